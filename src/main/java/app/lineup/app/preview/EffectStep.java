package app.lineup.app.preview;

import app.lineup.app.preview.ChunkEffect.Act;
import app.lineup.engine.flow.ChunkFunction;
import app.lineup.m3u.Separators;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Counts what is done to the channels of a chunk. Not thread-safe; used by one thread at a time.
final class EffectStep implements ChunkFunction<Channel, ChunkEffect> {

  /// So many at a time: it ends soon after it is cancelled, however long a pattern takes.
  private static final int PART = 250;

  private final SeparatorPolicy separators;
  private final BiConsumer<List<Channel>, Count> ask;

  /// @param separators what a run does with separator rows
  /// @param ask        tells what is done to some channels, which are its own
  EffectStep(SeparatorPolicy separators, BiConsumer<List<Channel>, Count> ask) {
    this.separators = separators;
    this.ask = ask;
  }

  @Override
  public List<ChunkEffect> apply(List<Channel> chunk) {
    int size = chunk.size();
    var count = new Count();
    for (int from = 0; from < size; from += PART) {
      // A preview that was cancelled leaves its thread to the next one; what it returns then is read by nobody.
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      ask.accept(chunk.subList(from, Math.min(from + PART, size)), count);
    }
    return List.of(new ChunkEffect(size, count.matching, count.acting, count.hidden, count.first));
  }

  /// What was counted so far.
  final class Count {

    private final List<Act> first = new ArrayList<>();
    private int matching;
    private int acting;
    private int hidden;

    private Count() {}

    /// Counts an entry that matches, as it is then.
    void matching(ChannelBlock block, int entry) {
      matching++;
      if (separators == SeparatorPolicy.HIDE && Separators.isSeparator(block, entry)) {
        hidden++;
      }
    }

    /// Counts one that is acted on, too.
    ///
    /// @param act tells of it, where it is one of the first
    void acting(Supplier<Act> act) {
      acting++;
      if (first.size() < EffectSum.KEPT_HITS) {
        first.add(act.get());
      }
    }
  }
}
