package app.lineup.model;

import java.nio.file.Path;

/// Whether a run looks for channels' pictures. What it publishes is the same in any case.
public sealed interface LogoPlan {

  /// How much of the disk pictures may take, unless somebody says otherwise.
  long DEFAULT_MAX_BYTES = 256_000_000;

  /// Pictures are not looked for.
  record Off() implements LogoPlan {}

  /// Pictures are looked for.
  ///
  /// @param cache       the folder where they are kept
  /// @param maxBytes    how much they may take there
  /// @param asksServers whether what is not there is fetched
  record On(Path cache, long maxBytes, boolean asksServers) implements LogoPlan {

    public On {
      if (maxBytes < 1) {
        throw new IllegalArgumentException("no room for pictures: " + maxBytes);
      }
    }
  }
}
