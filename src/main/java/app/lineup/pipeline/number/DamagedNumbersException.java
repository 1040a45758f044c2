package app.lineup.pipeline.number;

import java.io.IOException;
import java.nio.file.Path;

/// A [NumbersFile] that is not whole, or something else.
final class DamagedNumbersException extends IOException {

  private static final long serialVersionUID = 1;

  DamagedNumbersException(Path path) {
    super("damaged: " + path);
  }

  DamagedNumbersException(Path path, IOException cause) {
    super("damaged: " + path, cause);
  }
}
