package app.lineup.serve;

import java.time.Duration;
import java.time.Instant;

/// One request that was answered, without anything of what was asked or sent. Immutable.
///
/// @param at        when it came
/// @param client    the address it came from
/// @param userAgent how the client calls itself, as one short line; empty where it does not say
/// @param status    the HTTP status
/// @param bytes     how much of the body was handed to the network
/// @param took      the time until it was
/// @param complete  whether the client took all of it
public record Fetch(
    Instant at, String client, String userAgent, int status, long bytes, Duration took, boolean complete) {

  private static final int LONGEST_AGENT = 120;

  public Fetch {
    userAgent = shown(userAgent);
  }

  /// Whatever a client sends there, it can neither move the cursor nor fill the log.
  private static String shown(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_AGENT)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }
}
