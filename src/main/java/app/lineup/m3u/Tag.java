package app.lineup.m3u;

import app.lineup.model.channel.ByteSearch;
import java.nio.charset.StandardCharsets;

/// Tells the two directives that stand in most entries by their first eight bytes, in any case.
public final class Tag {

  private static final int LENGTH = 8;
  private static final long INFO = word("#extinf:");
  private static final long GROUP = word("#extgrp:");

  private Tag() {}

  /// Whether `[from, to)` begins with `#EXTINF:`.
  public static boolean isInfo(byte[] bytes, int from, int to) {
    return is(INFO, bytes, from, to);
  }

  /// Whether `[from, to)` begins with `#EXTGRP:`.
  public static boolean isGroup(byte[] bytes, int from, int to) {
    return is(GROUP, bytes, from, to);
  }

  /// The two signs are asked for by themselves, because a control character may look like one of them among lower
  /// letters.
  private static boolean is(long tag, byte[] bytes, int from, int to) {
    return to - from >= LENGTH && ByteSearch.lowerWord(bytes, from) == tag
        && bytes[from] == '#' && bytes[from + LENGTH - 1] == ':';
  }

  private static long word(String eight) {
    return ByteSearch.lowerWord(eight.getBytes(StandardCharsets.US_ASCII), 0);
  }
}
