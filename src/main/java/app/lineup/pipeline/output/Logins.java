package app.lineup.pipeline.output;

import app.lineup.model.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a playlist carries what must not be given to strangers.
public final class Logins {

  private Logins() {}

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
