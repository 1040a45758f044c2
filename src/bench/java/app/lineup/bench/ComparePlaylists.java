package app.lineup.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares two playlists entry by entry in name, number, group and URL; the order of attributes is left to each.
///
/// It reads with a regex of its own and shares no code with the program, so that a fault of the reader shows. Fit for
/// generated lists, whose values hold no quotes. Exit code 0 where all entries are the same, 1 where they are not.
public final class ComparePlaylists {

  private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z0-9-]+)=\"([^\"]*)\"");
  private static final int SHOWN = 10;

  private ComparePlaylists() {}

  /// What both programs must agree on.
  record Entry(String name, String number, String group, String url) {}

  /// @param paths the two playlists
  public static void main(String... paths) throws IOException {
    if (paths.length != 2) {
      System.err.println("usage: ComparePlaylists OURS THEIRS");
      System.exit(2);
    }
    long same = 0;
    long different = 0;
    try (var ours = Files.newBufferedReader(Path.of(paths[0]), StandardCharsets.UTF_8);
        var theirs = Files.newBufferedReader(Path.of(paths[1]), StandardCharsets.UTF_8)) {
      while (true) {
        Optional<Entry> a = next(ours);
        Optional<Entry> b = next(theirs);
        if (a.isEmpty() && b.isEmpty()) {
          break;
        }
        if (a.equals(b)) {
          same++;
        } else if (different++ < SHOWN) {
          System.out.println("entry " + (same + different) + "\n  ours   " + a + "\n  theirs " + b);
        }
      }
    }
    System.out.println(same + " entries are the same, " + different + " differ");
    System.exit(different == 0 && same > 0 ? 0 : 1);
  }

  private static Optional<Entry> next(BufferedReader lines) throws IOException {
    String info = "";
    String groupLine = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("#EXTINF:")) {
        info = line;
      } else if (line.startsWith("#EXTGRP:")) {
        groupLine = line.substring("#EXTGRP:".length()).strip();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        return Optional.of(entry(info, groupLine, line));
      }
    }
    return Optional.empty();
  }

  private static Entry entry(String info, String groupLine, String url) {
    String number = "";
    String group = "";
    int attributesEnd = 0;
    Matcher attribute = ATTRIBUTE.matcher(info);
    while (attribute.find()) {
      attributesEnd = attribute.end();
      switch (attribute.group(1)) {
        case "tvg-chno" -> number = attribute.group(2);
        case "group-title" -> group = attribute.group(2);
        default -> { }
      }
    }
    int comma = info.indexOf(',', attributesEnd);
    return new Entry(info.substring(comma + 1).strip(), number, group.isEmpty() ? groupLine : group, url.strip());
  }
}
