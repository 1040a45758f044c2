package app.lineup.start;

import app.lineup.start.StartState.Refused;
import app.lineup.start.StartState.Why;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the JVM says where it refuses a cache, understood. Its sentences are no part of any promise, so one that is not
/// known is handed on as it is.
final class Refusal {

  /// What it says of every refusal, before and after the reason.
  private static final List<String> OF_EVERY_REFUSAL = List.of("An error has occurred while processing the AOT cache",
      "Unable to map shared spaces", "Unable to use AOT cache", "Loading static archive failed",
      "Disabling optimized module handling", "Error occurred during initialization of VM", "Picked up ",
      "NOTE: Picked up ");

  /// Before each line of what a JVM says that breaks.
  private static final Pattern FRAME = Pattern.compile("^#+");

  private Refusal() {}

  /// @param said what the JVM said, line by line
  static Refused of(Path file, Stream<String> said) {
    String reason = said.map(line -> FRAME.matcher(line).replaceFirst("").strip()).filter(line -> !line.isEmpty())
        .filter(line -> OF_EVERY_REFUSAL.stream().noneMatch(line::startsWith)).findFirst().orElse("");
    return new Refused(file, why(reason), reason);
  }

  private static Why why(String reason) {
    if (hasAny(reason, "truncated", "map header", "file header", "checksum", "magic", "fatal error")) {
      return Why.DAMAGED;
    }
    if (hasAny(reason, "HotSpot", "JVM version", "version or build")) {
      return Why.OTHER_JAVA;
    }
    if (hasAny(reason, "not the one used", "has changed", "has been modified", "shared class paths", "classpath",
        "app path", "module path", "jdk.module.path", "file is missing")) {
      return Why.OTHER_PROGRAM;
    }
    return hasAny(reason, "setting", "saved state", "jdk.module", "option", "GC", "oops", "heap")
        ? Why.OTHER_OPTIONS : Why.UNKNOWN;
  }

  private static boolean hasAny(String reason, String... words) {
    return Stream.of(words).anyMatch(reason::contains);
  }
}
