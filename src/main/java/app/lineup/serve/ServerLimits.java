package app.lineup.serve;

import java.util.Map;

/// What the JDK's server lets one set only for the whole process, and before its first use. What the user set stays.
final class ServerLimits {

  private static final Map<String, String> PROPERTIES = Map.of(
      // Otherwise the end of an answer may wait 40 ms for the client to confirm its beginning.
      "sun.net.httpserver.nodelay", "true",
      // Seconds for the whole request to arrive: without it, a client that sends nothing more keeps its place for ever.
      "sun.net.httpserver.maxReqTime", "30",
      // A request has a few hundred bytes; a thousand clients that send more must not fill the memory.
      "sun.net.httpserver.maxReqHeaderSize", "16384",
      "jdk.httpserver.maxConnections", "1200");

  private ServerLimits() {}

  static void apply() {
    PROPERTIES.forEach((name, value) -> {
      if (System.getProperty(name) == null) {
        System.setProperty(name, value);
      }
    });
  }
}
