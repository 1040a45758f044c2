package app.lineup.library.file;

import app.lineup.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// How often the library was written, in a file beside it. Where the end of its file is damaged the database goes back
/// to an older state without a word; by this number that is noticed. Thread-safe.
///
/// The number is written after the library was, so that a crash between the two is no alarm.
///
/// @param file where the number is
record WriteCount(Path file) {

  /// The number beside the library below `folder`.
  static WriteCount in(Path folder) {
    return new WriteCount(folder.resolve("library.count"));
  }

  /// The number, 0 where there is none or none that can be read.
  long read() {
    try {
      return Files.isRegularFile(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    } catch (IOException | NumberFormatException e) {
      note(e);
      return 0;
    }
  }

  void write(long count) {
    try (var whole = AtomicFile.forOwner(file, false)) {
      whole.write(String.valueOf(count).getBytes(StandardCharsets.UTF_8));
      whole.commit();
    } catch (IOException e) {
      // The number stays too low, which only makes it notice less.
      note(e);
    }
  }

  private void note(Exception e) {
    System.getLogger(WriteCount.class.getName()).log(System.Logger.Level.DEBUG, "no count: " + file, e);
  }
}
