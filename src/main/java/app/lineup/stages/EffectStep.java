package app.lineup.stages;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Counts what is done to the channels of a chunk. Confined.
final class EffectStep implements ChunkFunction<Channel, ChunkEffect> {

  private final BiConsumer<Channel, Count> ask;

  /// @param ask tells what is done to a channel
  EffectStep(BiConsumer<Channel, Count> ask) {
    this.ask = ask;
  }

  @Override
  public List<ChunkEffect> apply(List<Channel> chunk) {
    var count = new Count();
    for (Channel channel : chunk) {
      // A preview that was cancelled leaves its thread to the next one; what it returns then is read by nobody.
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      ask.accept(channel, count);
    }
    return List.of(new ChunkEffect(chunk.size(), count.matching, count.acting, count.first));
  }

  /// What was counted so far.
  static final class Count {

    private final List<ChunkEffect.Act> first = new ArrayList<>();
    private int matching;
    private int acting;

    /// Counts a channel that matches and stays as it is.
    void matching() {
      matching++;
    }

    /// Counts a channel that matches and is acted on.
    void acting(ChunkEffect.Act act) {
      matching++;
      acting++;
      if (first.size() < EffectSum.KEPT_HITS) {
        first.add(act);
      }
    }
  }
}
