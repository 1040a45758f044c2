package app.lineup.pipeline.output;

import java.io.IOException;
import java.nio.file.Path;

/// A file that is replaced as a whole, as the destination of a playlist. Not thread-safe; used by the run's thread.
final class AtomicFile extends app.lineup.files.AtomicFile implements Destination {

  /// As in [app.lineup.files.AtomicFile].
  AtomicFile(Path target, boolean durable, Placing placing) throws IOException {
    super(target, durable, placing);
  }
}
