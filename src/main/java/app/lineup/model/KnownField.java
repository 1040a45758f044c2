package app.lineup.model;

/// A field of an M3U entry whose place the scanner notes, so that it is read and changed without searching.
///
/// The order of the constants is the order of the columns of a block.
public enum KnownField implements Field {
  /// The text after the first comma outside quotes; where that is blank, `tvg-name`, `tvg-id` or the URL's last
  /// segment.
  CHANNEL_NAME("channel_name", ""),
  /// `group-title`, or the `#EXTGRP` that applies where there is none.
  GROUP_TITLE("group_title", "group-title"),
  /// `tvg-id`; `(no tvg-id)` and `null` count as none.
  TVG_ID("tvg_id", "tvg-id"),
  /// `tvg-name`.
  TVG_NAME("tvg_name", "tvg-name"),
  /// `tvg-logo`.
  TVG_LOGO("tvg_logo", "tvg-logo"),
  /// `tvg-shift`, in hours.
  TVG_SHIFT("tvg_shift", "tvg-shift"),
  /// `tvg-chno`, also written `tvg-channo`, `ch-number` or `channel-number`.
  TVG_CHNO("tvg_chno", "tvg-chno"),
  /// The stream's address without the player headers that may follow a `|`.
  STREAM_URL("stream_url", "");

  private final String ruleName;
  private final String attribute;

  KnownField(String ruleName, String attribute) {
    this.ruleName = ruleName;
    this.attribute = attribute;
  }

  @Override
  public String ruleName() {
    return ruleName;
  }

  /// The attribute that is written for this field where the entry has none; empty for the name and the URL, which are
  /// not attributes.
  public String attribute() {
    return attribute;
  }

  /// Whether the field is an attribute of the `#EXTINF` line.
  public boolean isAttribute() {
    return !attribute.isEmpty();
  }
}
