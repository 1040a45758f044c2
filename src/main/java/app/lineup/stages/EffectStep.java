package app.lineup.stages;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.entry.Separators;
import app.lineup.model.Channel;
import app.lineup.model.ChannelSlice;
import app.lineup.model.SeparatorPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Counts what is done to the channels of a chunk. Not thread-safe; used by one thread at a time.
final class EffectStep implements ChunkFunction<Channel, ChunkEffect> {

  private final SeparatorPolicy separators;
  private final BiConsumer<Channel, Count> ask;

  /// @param separators what a run does with separator rows
  /// @param ask        tells what is done to a channel
  EffectStep(SeparatorPolicy separators, BiConsumer<Channel, Count> ask) {
    this.separators = separators;
    this.ask = ask;
  }

  @Override
  public List<ChunkEffect> apply(List<Channel> chunk) {
    int size = chunk.size();
    var count = new Count(separators);
    for (Channel channel : ChannelSlice.takenOut(chunk)) {
      // A preview that was cancelled leaves its thread to the next one; what it returns then is read by nobody.
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      ask.accept(channel, count);
    }
    return List.of(new ChunkEffect(size, count.matching, count.acting, count.hidden, count.first));
  }

  /// What was counted so far.
  static final class Count {

    private final SeparatorPolicy separators;
    private final List<ChunkEffect.Act> first = new ArrayList<>();
    private int matching;
    private int acting;
    private int hidden;

    private Count(SeparatorPolicy separators) {
      this.separators = separators;
    }

    /// Counts a channel that matches and stays as it is.
    void matching(Channel channel) {
      matching++;
      if (isHidden(separators, channel)) {
        hidden++;
      }
    }

    /// Counts a channel that matches and is acted on.
    void acting(ChunkEffect.Act act) {
      matching(act.after());
      acting++;
      if (first.size() < EffectSum.KEPT_HITS) {
        first.add(act);
      }
    }
  }

  /// Whether a run would hide this row, whatever the filters say.
  static boolean isHidden(SeparatorPolicy separators, Channel channel) {
    return separators == SeparatorPolicy.HIDE && Separators.isSeparator(channel);
  }
}
