package app.lineup.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A list read line by line (`M3U-1` to `M3U-40`).
///
/// Not read as the program reads: lines longer than its limit, lists that it refuses, packed ones. What is compared has
/// none of these.
///
/// @param header  its first line, where that is one
/// @param entries in their order
record PlainList(PlainHeader header, List<PlainEntry> entries) {

  static PlainList of(PlainSource source) {
    List<PlainLine> lines = new ArrayList<>(PlainLine.of(PlainBytes.of(source.bytes())));
    if (!lines.isEmpty()) {
      lines.set(0, lines.getFirst().withoutMarks());
    }
    while (!lines.isEmpty() && lines.getFirst().isBlank()) {
      lines.removeFirst();
    }
    boolean headed = !lines.isEmpty() && lines.getFirst().isHeader();
    PlainHeader header = headed ? PlainHeader.of(lines.removeFirst()) : PlainHeader.NONE;
    return new PlainList(header, entries(source, header.values(), lines, ""));
  }

  /// The entries that these lines hold.
  ///
  /// @param lasting the group that lasts where they begin
  static List<PlainEntry> entries(
      PlainSource source, Map<String, String> header, List<PlainLine> lines, String lasting) {
    List<PlainEntry> entries = new ArrayList<>();
    List<PlainLine> open = new ArrayList<>();
    String group = lasting;
    for (PlainLine written : lines) {
      PlainLine line = written.withoutMarks();
      if (line.isBlank()) {
        open.add(line);
      } else if (line.isInfo()) {
        dropInfo(open);
        open.add(line);
      } else if (line.isDirective()) {
        if (line.isGroup() && !hasInfo(open)) {
          group = PlainBytes.decoded(line.group());
        }
        if (!line.isHeader()) {
          // A header in the middle belongs to no entry.
          open.add(line);
        }
      } else {
        open.add(line);
        while (open.getFirst().isBlank()) {
          open.removeFirst();
        }
        entries.add(new PlainEntry(source, header, group, open));
        open.clear();
      }
    }
    return entries;
  }

  private static boolean hasInfo(List<PlainLine> open) {
    return open.stream().anyMatch(PlainLine::isInfo);
  }

  /// An info line that no address followed goes, and the groups behind it.
  private static void dropInfo(List<PlainLine> open) {
    int at = 0;
    while (at < open.size() && !open.get(at).isInfo()) {
      at++;
    }
    if (at < open.size()) {
      open.remove(at);
      List<PlainLine> behind = open.subList(at, open.size());
      behind.removeIf(PlainLine::isGroup);
    }
  }
}
