package app.lineup.model.channel;

import app.lineup.model.Attribute;
import java.util.Locale;

/// What a channel's stream carries, as far as its entry tells (`M3U-35`).
public enum MediaType {
  LIVE,
  MOVIE,
  SERIES,
  RADIO;

  /// The attribute that marks a radio station.
  public static final Attribute RADIO_ATTRIBUTE = new Attribute("radio");

  private final String ruleName = name().toLowerCase(Locale.ROOT);

  /// The name that rules compare with.
  public String ruleName() {
    return ruleName;
  }

  /// Judges by the attribute `radio` and the stream's address: `/series/` and `/movie/` in the path, a film's file
  /// ending.
  public static MediaType of(String radioAttribute, String streamUrl) {
    if (radioAttribute.equalsIgnoreCase("true") || radioAttribute.equals("1")) {
      return RADIO;
    }
    String url = streamUrl.toLowerCase(Locale.ROOT);
    if (url.contains("/series/")) {
      return SERIES;
    }
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return url.contains("/movie/") || path.endsWith(".mp4") || path.endsWith(".mkv") ? MOVIE : LIVE;
  }
}
