package app.lineup.engine.flow;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// Builds the bridges of one stage. Immutable.
///
/// @param stage    what is above the bridges, for the message that it is stuck
/// @param threads  gives each bridge a thread that is free for the whole run, never one that the stages compute on
/// @param room     how much may wait on a bridge, asked anew for each chunk
/// @param patience how long to wait for a chunk
/// @param depth    hears how many chunks wait, at each pull
public record Bridges(
    String stage, ExecutorService threads, Supplier<BridgeRoom> room, Duration patience, IntConsumer depth) {

  /// A bridge below `upstream`, which is closed with it.
  ///
  /// @param weigh about how many bytes an item takes
  public <T> PipelineIterator<T> over(PipelineIterator<T> upstream, ToLongFunction<? super T> weigh) {
    var bridge = new StageBridge<>(upstream, stage, threads, room, weigh, patience);
    return new ChunkIterator<>(bridge, chunk -> {
      depth.accept(bridge.depth());
      return chunk;
    });
  }
}
