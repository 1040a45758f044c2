package app.lineup.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The `#EXTM3U` line of a list (`M3U-30` and `M3U-31`). Immutable.
///
/// @param line   the line with its end, in raw form; empty where the list has none
/// @param values the attributes that apply to entries which have none of their own, keys in lower case, in their order
/// @param guides the guide addresses that it offers
record PlainHeader(String line, Map<String, String> values, List<String> guides) {

  static final PlainHeader NONE = new PlainHeader("", Map.of(), List.of());

  private static final Set<String> GUIDE_KEYS = Set.of("url-tvg", "x-tvg-url", "tvg-url");

  static PlainHeader of(PlainLine line) {
    String trimmed = line.trimmed();
    Map<String, String> values = new LinkedHashMap<>();
    List<String> guides = new ArrayList<>();
    for (var attribute : new PlainAttributes(trimmed, "#EXTM3U".length(), trimmed.length()).all) {
      String value = PlainBytes.decoded(attribute.value().of(trimmed));
      if (GUIDE_KEYS.contains(attribute.key())) {
        for (String guide : value.split(",", -1)) {
          if (!guide.isBlank()) {
            guides.add(guide.strip());
          }
        }
      } else {
        values.put(attribute.key(), value);
      }
    }
    return new PlainHeader(line.text().substring(line.indent()) + line.end(), values, guides);
  }

  /// The header of what is published, in raw form.
  static String published(List<PlainHeader> headers) {
    if (headers.size() == 1) {
      String line = headers.getFirst().line;
      return line.isEmpty() ? "#EXTM3U\n" : line;
    }
    Set<String> guides = new LinkedHashSet<>();
    headers.forEach(header -> guides.addAll(header.guides));
    return guides.isEmpty()
        ? "#EXTM3U\n"
        : PlainBytes.encoded("#EXTM3U x-tvg-url=\"" + String.join(",", guides) + "\"\n", StandardCharsets.UTF_8);
  }
}
