package app.lineup.app.lineup;

import app.lineup.model.KnownField;
import app.lineup.model.channel.NumberedChannel;
import java.util.Arrays;
import java.util.List;

/// Which groups a channel is in, as search and the counts beside it see them. Thread-safe: no state.
final class LineupGroups {

  private LineupGroups() {}

  /// The channel's group; each of several that `;` joins; the empty name where there is none.
  static List<String> of(NumberedChannel channel) {
    String whole = channel.channel().text(KnownField.GROUP_TITLE);
    if (whole.indexOf(';') < 0) {
      return List.of(whole.isBlank() ? "" : whole);
    }
    List<String> parts = Arrays.stream(whole.split(";")).map(LineupGroups::trimmed)
        .filter(part -> !part.isBlank()).distinct().toList();
    return parts.isEmpty() ? List.of(whole) : parts;
  }

  /// Without the spaces and tabs that the rule language does not see either.
  private static String trimmed(String part) {
    int from = 0;
    int to = part.length();
    while (from < to && isSpace(part.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(part.charAt(to - 1))) {
      to--;
    }
    return part.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
