package app.lineup.library.file;

import app.lineup.model.Secrets;
import app.lineup.problem.Reason;
import java.nio.file.Path;
import java.util.Locale;

/// Why the library cannot be opened or written. Its words are the window's; its causes are for whoever reports it.
public final class LibraryException extends Exception {

  /// What is wrong.
  public enum Trouble {
    /// Another program has it open.
    IN_USE,
    /// What is there cannot be read.
    DAMAGED,
    /// It holds less than was written last: its end is damaged, or an older copy was put in its place.
    OLDER,
    /// A newer version of this program has written it.
    TOO_NEW,
    /// The folder cannot be made or written to.
    NO_FOLDER,
    /// The folder's path holds a semicolon, which ends a path for the database.
    SEMICOLON,
    /// There is no library.
    NONE,
    /// Something else stands in the way: a full disk, most of the time.
    FAILED;

    /// The end of its texts' keys.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final long serialVersionUID = 1;

  private final Trouble trouble;
  private final transient Path path;

  /// @param path the file or folder that it is about
  public LibraryException(Trouble trouble, Path path, Throwable cause) {
    super(trouble.word() + ": " + path, cause);
    this.trouble = trouble;
    this.path = path;
  }

  LibraryException(Trouble trouble, Path path) {
    super(trouble.word() + ": " + path);
    this.trouble = trouble;
    this.path = path;
  }

  /// What the system or the database said, in one line, with credentials masked: a database names what it could not
  /// write.
  public String reason() {
    Throwable at = this;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return Secrets.mask(Reason.of(at));
  }

  public Trouble trouble() {
    return trouble;
  }

  /// The file or folder that it is about.
  public Path path() {
    return path;
  }
}
