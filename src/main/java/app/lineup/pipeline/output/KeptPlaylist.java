package app.lineup.pipeline.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/// A playlist that a run made, as it lies on the disk. Immutable.
///
/// @param file   where it is now; an earlier one moves when it is used again, and goes when it is too old
/// @param madeAt when the run finished it
/// @param bytes  its size
public record KeptPlaylist(Path file, Instant madeAt, long bytes) {

  /// The playlist in `file`, where there is one.
  static Optional<KeptPlaylist> of(Path file) throws IOException {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Optional.of(new KeptPlaylist(file, attributes.lastModifiedTime().toInstant(), attributes.size()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /// What it is known by wherever it lies.
  public Stamp stamp() {
    return new Stamp(madeAt, bytes);
  }

  /// Time and size, which stay with a playlist when it gets another name.
  public record Stamp(Instant madeAt, long bytes) {}
}
