package app.lineup.io.input;

import app.lineup.model.Location;
import app.lineup.model.Source;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tells which lists take long to unpack before any of them is opened, for forecasts. Thread-safe: no state.
public final class SlowFiles {

  private SlowFiles() {}

  /// How many of these sources are files that take longer to unpack than all that is then done with them. Reads the
  /// first bytes of each file; one that cannot be read is none, and of addresses nothing is known.
  public static int among(List<Source> sources) {
    int slow = 0;
    for (Source source : sources) {
      slow += source.location() instanceof Location.OfFile(Path file) && isSlow(file) ? 1 : 0;
    }
    return slow;
  }

  private static boolean isSlow(Path file) {
    // Whoever opens a pipe waits for it, and takes away what it gives.
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream raw = new FileInputStream(file.toFile())) {
      return Packing.of(raw.readNBytes(Packing.HEAD_BYTES)).isSlow();
    } catch (IOException unreadable) {
      // The run says why.
      return false;
    }
  }
}
