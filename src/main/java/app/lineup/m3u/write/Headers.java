package app.lineup.m3u.write;

import app.lineup.m3u.Header;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The header line of what is published.
public final class Headers {

  private static final byte[] PLAIN = "#EXTM3U\n".getBytes(StandardCharsets.US_ASCII);

  private Headers() {}

  /// One list keeps its header as it stands; several get one that offers all their guides (`M3U-30` and `M3U-31`).
  public static byte[] published(List<Header> headers) {
    if (headers.size() == 1) {
      byte[] line = headers.getFirst().line();
      return line.length == 0 ? PLAIN : line;
    }
    Set<String> guides = new LinkedHashSet<>();
    headers.forEach(header -> guides.addAll(header.guides()));
    if (guides.isEmpty()) {
      return PLAIN;
    }
    return ("#EXTM3U x-tvg-url=\"" + String.join(",", guides) + "\"\n").getBytes(StandardCharsets.UTF_8);
  }
}
