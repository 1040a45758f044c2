package app.lineup.problem;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why something failed, as the system put it ("No space left on device"), fit to stand behind a colon: never the name
/// of a class, and never nothing. Credentials are not masked. Thread-safe: no state.
public final class Reason {

  private static final int DEEPEST = 20;
  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "\\b(?:[a-z_][\\w$]*\\.)+[A-Z][\\w$]*(?:\\.[A-Z][\\w$]*)*(?::\\s*|\\b)"
              + "|\\b[A-Z]\\w*(?:Exception|Error)\\b:?\\s*");

  private Reason() {}

  /// The reason, or that there is none to be had.
  public static String of(Throwable failure) {
    return known(failure).orElse("the system does not say why");
  }

  /// The reason, where the failure or one below it says any.
  public static Optional<String> known(Throwable failure) {
    Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      Optional<String> said = at instanceof FileSystemException file ? ofFile(file) : words(at.getMessage());
      if (said.isPresent()) {
        return said;
      }
      at = at.getCause();
    }
    return Optional.empty();
  }

  /// Its message is but the file's name where it has no reason.
  private static Optional<String> ofFile(FileSystemException failure) {
    Optional<String> said = words(failure.getReason());
    return said.isPresent() ? said : switch (failure) {
      case NoSuchFileException _ -> Optional.of("it is not there");
      case AccessDeniedException _ -> Optional.of("permission denied");
      case FileAlreadyExistsException _ -> Optional.of("it is there already");
      case FileSystemLoopException _ -> Optional.of("its links lead in a circle");
      case NotDirectoryException _ -> Optional.of("it is no folder");
      default -> Optional.empty();
    };
  }

  private static Optional<String> words(@Nullable String message) {
    String line = message == null ? "" : message.lines().findFirst().orElse("");
    String said = CLASS_NAME.matcher(line).replaceAll("").strip();
    return said.isEmpty() || said.equals("null") ? Optional.empty() : Optional.of(said);
  }
}
