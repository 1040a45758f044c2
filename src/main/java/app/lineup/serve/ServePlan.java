package app.lineup.serve;

import java.net.InetAddress;
import java.nio.file.Path;

/// What is served and where. Immutable.
///
/// @param file  the published playlist; it need not be there yet, and may be replaced at any time
/// @param bind  the address of this machine to listen at
/// @param port  the port, or 0 for a free one
/// @param token the secret part of the address
public record ServePlan(Path file, InetAddress bind, int port, Token token) {

  /// The highest port there is.
  public static final int LAST_PORT = 65_535;

  public ServePlan {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /// Whether only programs on this machine can ask.
  public boolean isLocal() {
    return bind.isLoopbackAddress();
  }
}
