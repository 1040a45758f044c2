package app.lineup.model.channel;

import app.lineup.model.KnownField;

/// The layout of the numbers in which a scanner notes where the parts of an entry stand in its block.
///
/// The first sixteen are a `from, to` pair for each [KnownField] in order, −1 where the entry does not have it, and
/// then come the constants below. From [#OTHERS] on follow the attributes that are not (or no longer, being written
/// twice) a known field, each as key `from, to` and value `from, to`. All are indexes into the block; `to` is
/// exclusive.
public final class EntryLayout {

  /// First byte of the entry: its first directive, its `#EXTINF` line, or its URL line.
  public static final int ENTRY_FROM = 16;
  /// After the line end of the URL line.
  public static final int ENTRY_TO = 17;
  /// First byte of the `#EXTINF` line, −1 for an entry that is only a URL.
  public static final int INFO_FROM = 18;
  /// Where a new attribute is written: before the name's comma, or after the last attribute where there is no comma.
  public static final int ATTRIBUTES_TO = 19;
  /// The value of the entry's own `#EXTGRP` line, −1 where it has none.
  public static final int EXTGRP_FROM = 20;
  /// See [#EXTGRP_FROM].
  public static final int EXTGRP_TO = 21;
  /// What serves as a name where the entry has none, −1 where it has one.
  public static final int STAND_IN_FROM = 22;
  /// See [#STAND_IN_FROM].
  public static final int STAND_IN_TO = 23;
  /// A sum of the flags below.
  public static final int FLAGS = 24;
  /// Where the list of other attributes begins; four numbers each.
  public static final int OTHERS = 25;

  /// Every byte of the entry is below 0x80.
  public static final int ASCII = 1;
  /// The entry is not UTF-8 and is read as Windows-1252.
  public static final int WINDOWS_1252 = 2;
  /// The entry is not UTF-8 and is read as Windows-1251.
  public static final int WINDOWS_1251 = 4;
  /// The `tvg-id` is a text that stands for "none", such as `(no tvg-id)`.
  public static final int NO_ID = 8;
  /// The entry had no comma, so that a name needs one written before it.
  public static final int NO_COMMA = 16;
  /// The entry is UTF-8 but for a few broken bytes.
  public static final int BROKEN_UTF8 = 32;

  private EntryLayout() {}
}
