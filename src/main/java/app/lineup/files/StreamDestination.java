package app.lineup.files;

import java.io.IOException;
import java.io.OutputStream;

/// A stream that takes bytes as they come, and a device or pipe that cannot be replaced. Not thread-safe; used by one
/// thread.
public final class StreamDestination extends Destination {

  private final OutputStream stream;
  private final boolean owned;

  /// @param owned whether the stream is closed with this
  public StreamDestination(OutputStream stream, boolean owned) {
    this.stream = stream;
    this.owned = owned;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    stream.write(bytes, from, length);
  }

  @Override
  public void commit() throws IOException {
    stream.flush();
  }

  @Override
  public void close() throws IOException {
    if (owned) {
      stream.close();
    }
  }
}
