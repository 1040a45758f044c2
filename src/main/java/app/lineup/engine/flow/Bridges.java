package app.lineup.engine.flow;

import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// Builds the bridges of one stage. Immutable.
///
/// @param readers gives each bridge a thread that is free for the whole run, never one that the stages compute on
/// @param room    how much may wait on a bridge, asked anew for each chunk
/// @param depth   hears how many chunks wait, at each pull
/// @param alive   grows with each byte that the stage reads: what is slow, and lives, is waited for
/// @param pays    whether a second thread makes a run quicker; otherwise it only keeps somebody from waiting for ever
public record Bridges(Readers readers, Supplier<BridgeLimits> room, IntConsumer depth,
    LongSupplier alive, boolean pays) {

  /// A bridge below `upstream`, which is closed with it.
  ///
  /// @param subject what is read, for the message that it is stuck; carries no credential
  /// @param weigh   about how many bytes an item takes
  public <T> PipelineIterator<T> over(PipelineIterator<T> upstream, String subject, ToLongFunction<? super T> weigh) {
    var bridge = new StageBridge<>(upstream, subject, readers.threads(), room, weigh, readers.patience(), alive);
    return new ChunkIterator<>(bridge, chunk -> {
      depth.accept(bridge.depth());
      return chunk;
    });
  }
}
