package app.lineup.pipeline.generate;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/// Buffers of one stage of one run that are not in use just now, a few at most: what is not handed back is left to the
/// garbage collector. Thread-safe.
final class WriteBuffers {

  private final Queue<WriteBuffer> idle;

  /// @param most how many it keeps, at least 1
  WriteBuffers(int most) {
    idle = new ArrayBlockingQueue<>(most);
  }

  /// One that nobody else uses.
  WriteBuffer take() {
    WriteBuffer known = idle.poll();
    return known == null ? new WriteBuffer() : known;
  }

  /// Nobody looks into the buffer any more. One that is far too large for the chunks of now is dropped: under pressure
  /// they are small.
  void giveBack(WriteBuffer buffer) {
    if (buffer.fits()) {
      boolean _ = idle.offer(buffer);
    }
  }
}
