package app.lineup.pipeline.output;

import app.lineup.model.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Whether a playlist carries what must not be given to strangers.
public final class Logins {

  /// `http://host/user/password/1` has one more.
  private static final int FOLDERS = 4;
  private static final int SAMPLES = 64;
  private static final int SAMPLE_BYTES = 16 * 1024;

  private Logins() {}

  /// Whether lines with logins are found at a glance: at its beginning, and in samples from all of it. A playlist of
  /// gigabytes takes no longer than a small one.
  public static boolean showIn(Path playlist) throws IOException {
    try (FileChannel file = FileChannel.open(playlist, StandardOpenOption.READ)) {
      long size = file.size();
      long step = Math.max(SAMPLE_BYTES, size / SAMPLES);
      ByteBuffer sample = ByteBuffer.allocate(SAMPLE_BYTES);
      for (long at = 0; at < size; at += step) {
        sample.clear();
        while (sample.hasRemaining() && file.read(sample, at + sample.position()) > 0) {
          // Until it is full, or the file ends.
        }
        String text = new String(sample.array(), 0, sample.position(), StandardCharsets.ISO_8859_1);
        // A line that was cut may look like anything.
        if (text.lines().skip(at == 0 ? 0 : 1).anyMatch(line -> mayHold(line) && Secrets.areIn(line))) {
          return true;
        }
      }
      return false;
    }
  }

  /// Whether it is worth a closer look: almost every login is in an address with parameters, headers, an `@` or some
  /// folders, or in a line for the player.
  private static boolean mayHold(String line) {
    if (line.startsWith("#")) {
      return !line.startsWith("#EXTINF:");
    }
    int slashes = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '@' || c == '?' || c == '|' || c == ';' || c == '%') {
        return true;
      }
      slashes += c == '/' ? 1 : 0;
    }
    return slashes > FOLDERS;
  }

  /// Whether any line holds a user, a password or a token; reads no further than the first one.
  ///
  /// @throws InterruptedException if the thread was interrupted
  public static boolean areIn(Path playlist) throws IOException, InterruptedException {
    // Whatever its charset: what credentials are told by is ASCII.
    try (BufferedReader lines = Files.newBufferedReader(playlist, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (Secrets.areIn(line)) {
          return true;
        }
      }
      return false;
    }
  }
}
