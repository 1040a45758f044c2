package app.lineup.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What tells one version of a file from the next without reading it. Immutable.
///
/// @param fileKey which file it is, whatever its name; null on systems that do not say
/// @param modified when it was written
/// @param size    its length in bytes
record Stamp(@Nullable Object fileKey, FileTime modified, long size) {

  /// The stamp of the file that has this name now.
  static Stamp of(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new NoSuchFileException(file.toString(), null, "not a file");
    }
    return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
  }

  /// Whether the very file was written to since. That another one took its name does not count.
  boolean wasWrittenTo(Path file) throws IOException {
    Stamp now;
    try {
      now = of(file);
    } catch (NoSuchFileException e) {
      return false;
    }
    return Objects.equals(now.fileKey, fileKey) && !now.equals(this);
  }
}
