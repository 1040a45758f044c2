package app.lineup.stages.output;

import java.io.Closeable;
import java.io.IOException;

/// Where bytes go until the playlist is complete. Closing without [#commit] leaves what was there before. Confined.
interface Destination extends Closeable {

  void write(byte[] bytes, int from, int length) throws IOException;

  /// Puts the complete playlist in its place.
  void commit() throws IOException;
}
