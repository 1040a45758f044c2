package app.lineup.m3u;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The `#EXTM3U` line of a list, or what a list without one has. Immutable.
public final class Header {

  /// The header of a list that has none.
  public static final Header NONE = new Header(new byte[0], Map.of(), List.of());

  private static final Set<String> GUIDE_KEYS = Set.of("url-tvg", "x-tvg-url", "tvg-url");
  private static final int NAME_LENGTH = "#EXTM3U".length();

  private final byte[] line;
  private final Map<String, String> attributes;
  private final List<String> guides;

  private Header(byte[] line, Map<String, String> attributes, List<String> guides) {
    this.line = line;
    this.attributes = Collections.unmodifiableMap(attributes);
    this.guides = List.copyOf(guides);
  }

  /// The line as it stands, with its line end; empty for a list that has none.
  public byte[] line() {
    return line.clone();
  }

  /// The attributes that apply to entries which have none of their own (`M3U-31`), keys in lower case.
  public Map<String, String> attributes() {
    return attributes;
  }

  /// The guide addresses that it offers (`M3U-30`), each as often as it says it.
  public List<String> guides() {
    return guides;
  }

  /// Whether a trimmed line is a header.
  public static boolean isHeader(byte[] bytes, int from, int to) {
    return Ascii.startsWith(bytes, from, to, "#extm3u")
        && (to - from == NAME_LENGTH || !Ascii.isKeyByte(bytes[from + NAME_LENGTH]));
  }

  /// Reads a header.
  ///
  /// @param bytes    what it stands in
  /// @param from     its `#`
  /// @param to       after its last visible byte
  /// @param lineEnds after its line end
  public static Header parse(byte[] bytes, int from, int to, int lineEnds) {
    Map<String, String> attributes = new LinkedHashMap<>();
    List<String> guides = new ArrayList<>();
    var scanner = new AttributeScanner();
    scanner.start(bytes, from + NAME_LENGTH, to);
    while (scanner.nextAttribute()) {
      String key = Charsets.decode(bytes, scanner.keyFrom, scanner.keyTo).toLowerCase(Locale.ROOT);
      String value = Charsets.decode(bytes, scanner.valueFrom, scanner.valueTo);
      if (GUIDE_KEYS.contains(key)) {
        addGuides(value, guides);
      } else {
        attributes.put(key, value);
      }
    }
    return new Header(Arrays.copyOfRange(bytes, from, lineEnds), attributes, guides);
  }

  private static void addGuides(String value, List<String> guides) {
    for (String guide : value.split(",", -1)) {
      String address = guide.strip();
      if (!address.isEmpty()) {
        guides.add(address);
      }
    }
  }
}
