package app.lineup.io.input;

import app.lineup.engine.rest.PrivateFolder;
import app.lineup.problem.PipelineException;
import java.nio.file.Path;

/// A private directory for what must lie on disk during a run: downloads, a copy of standard input. Thread-safe.
public final class SpoolSpace implements AutoCloseable {

  private final PrivateFolder folder;

  /// Below the system's folder for temporary files.
  public SpoolSpace() {
    this(Path.of(System.getProperty("java.io.tmpdir", ".")));
  }

  /// @param parent an existing folder
  public SpoolSpace(Path parent) {
    this.folder = new PrivateFolder(parent);
  }

  /// The path of a file that does not exist yet.
  ///
  /// @param purpose a word for whoever looks into the directory: letters, digits, hyphens
  /// @throws PipelineException if the directory cannot be made
  Path newFile(String purpose) throws PipelineException {
    return folder.newFile(purpose);
  }

  /// Deletes the directory with all that is in it. May be called twice.
  @Override
  public void close() {
    folder.close();
  }
}
