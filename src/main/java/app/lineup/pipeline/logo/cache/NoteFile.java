package app.lineup.pipeline.logo.cache;

import app.lineup.files.AtomicFile;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The notes of a cache in a file, a line each, the ones used last at the end. A line is written at once behind the
/// others, so that a program that was killed loses at most the last; damaged lines are passed over and gone after
/// [#rewrite]. Safe for many threads.
final class NoteFile implements AutoCloseable {

  /// Behind the notes that were put in order.
  private static final String END = "end";

  private final LogoFolder folder;
  private final Path file;
  private @Nullable OutputStream end;
  private long added;

  NoteFile(LogoFolder folder) {
    this.folder = folder;
    this.file = folder.notes();
  }

  /// How the notes were left.
  enum Left {
    /// By [#rewrite], and nothing was added since.
    IN_ORDER,
    /// Lines were added since.
    ADDED_TO,
    /// There are lines that are not whole.
    DAMAGED
  }

  /// Gives every line that is whole, later ones after earlier ones.
  Left read(Consumer<LogoNote> notes) throws IOException {
    var left = new Left[] {Left.IN_ORDER};
    boolean[] damaged = new boolean[1];
    // Whatever bytes there are, they are characters of this charset: damage is found by the checksum.
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      lines.forEach(line -> {
        left[0] = line.equals(END) ? Left.IN_ORDER : Left.ADDED_TO;
        if (left[0] == Left.ADDED_TO) {
          LogoNote.read(line).ifPresentOrElse(notes, () -> damaged[0] = true);
        }
      });
    } catch (NoSuchFileException _) {
      return Left.IN_ORDER;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return damaged[0] ? Left.DAMAGED : left[0];
  }

  /// Adds a line.
  synchronized void add(LogoNote note) throws IOException {
    OutputStream open = end;
    if (open == null) {
      folder.makeForOwner(file);
      // Not a channel: an interrupt of one writer would close that for all.
      open = new FileOutputStream(file.toFile(), true);
      end = open;
    }
    open.write(note.written().getBytes(StandardCharsets.ISO_8859_1));
    added++;
  }

  /// How many lines were added since the last rewrite.
  synchronized long added() {
    return added;
  }

  /// Puts these lines in the place of all others, at once.
  synchronized void rewrite(Collection<LogoNote> notes) throws IOException {
    close();
    added = 0;
    try (var whole = AtomicFile.forOwner(file, false);
        var lines = new BufferedWriter(new OutputStreamWriter(whole, StandardCharsets.ISO_8859_1))) {
      for (LogoNote note : notes) {
        lines.write(note.written());
      }
      lines.write(END + '\n');
      lines.flush();
      whole.commit();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    OutputStream open = end;
    end = null;
    if (open != null) {
      open.close();
    }
  }
}
