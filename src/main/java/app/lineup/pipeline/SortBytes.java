package app.lineup.pipeline;

import app.lineup.model.ChannelNumber;
import app.lineup.model.DerivedField;
import app.lineup.model.KnownField;
import app.lineup.model.Order;
import app.lineup.model.SortField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import java.util.Arrays;
import java.util.function.Function;

/// Turns what channels are sorted by into bytes whose comparison is that order (decision 25). Not thread-safe; used by
/// one thread.
///
/// For each key: 1 where the channel has it and 2 where not, then its bytes and an end, all of these turned over where
/// the key runs the other way. Letters count without regard to case, and a row of digits as the number that it writes.
final class SortBytes implements Function<Channel, byte[]> {

  private static final int PRESENT = 1;
  private static final int ABSENT = 2;
  private static final int END = 0;

  private final Order order;
  private byte[] bytes = new byte[256];
  private int used;

  SortBytes(Order order) {
    this.order = order;
  }

  @Override
  public byte[] apply(Channel channel) {
    used = 0;
    for (Order.Key key : order.keys()) {
      int from = used;
      put(PRESENT);
      add(channel, key.field());
      if (used == from + 1) {
        bytes[from] = ABSENT;
      } else if (key.descending()) {
        for (int i = from + 1; i < used; i++) {
          bytes[i] = (byte) ~bytes[i];
        }
      }
    }
    return Arrays.copyOf(bytes, used);
  }

  private void add(Channel channel, SortField field) {
    switch (field) {
      case GROUP -> known(channel, KnownField.GROUP_TITLE);
      case NAME -> known(channel, KnownField.CHANNEL_NAME);
      case TVG_ID -> known(channel, KnownField.TVG_ID);
      case SOURCE -> text(channel.text(DerivedField.SOURCE_NAME));
      case NUMBER -> ChannelNumber.parse(channel.text(KnownField.TVG_CHNO).strip()).ifPresent(this::number);
      case TYPE -> {
        put(1 + channel.mediaType().ordinal());
        put(END);
      }
    }
  }

  private void number(ChannelNumber number) {
    put(number.major() >>> 24);
    put(number.major() >>> 16);
    put(number.major() >>> 8);
    put(number.major());
    put(number.minor() >>> 8);
    put(number.minor());
  }

  /// Plain bytes are read where they stand; everything else is decoded.
  private void known(Channel channel, KnownField field) {
    boolean plain = channel.standsInBytes(field) && channel.is(EntryLayout.ASCII) && !channel.is(EntryLayout.NO_ID)
        && channel.from(field) < channel.to(field);
    if (plain) {
      ascii(channel.block(), channel.from(field), channel.to(field));
    } else {
      text(channel.text(field));
    }
  }

  private void ascii(byte[] block, int from, int to) {
    int at = from;
    int end = to;
    while (at < end && block[at] <= ' ') {
      at++;
    }
    while (end > at && block[end - 1] <= ' ') {
      end--;
    }
    int first = at;
    while (at < end) {
      int c = block[at];
      if (c >= '0' && c <= '9') {
        int digits = at;
        while (at < end && block[at] >= '0' && block[at] <= '9') {
          at++;
        }
        int begin = digits;
        while (begin < at && block[begin] == '0') {
          begin++;
        }
        beginDigits(at - begin);
        for (int i = begin; i < at; i++) {
          put(block[i]);
        }
      } else {
        letter(c);
        at++;
      }
    }
    if (first < end) {
      put(END);
    }
  }

  private void text(String text) {
    String stripped = strip(text);
    int length = stripped.length();
    int at = 0;
    while (at < length) {
      char c = stripped.charAt(at);
      if (c >= '0' && c <= '9') {
        int digits = at;
        while (at < length && stripped.charAt(at) >= '0' && stripped.charAt(at) <= '9') {
          at++;
        }
        while (digits < at && stripped.charAt(digits) == '0') {
          digits++;
        }
        beginDigits(at - digits);
        for (int i = digits; i < at; i++) {
          put(stripped.charAt(i));
        }
      } else {
        int point = stripped.codePointAt(at);
        letter(point);
        at += Character.charCount(point);
      }
    }
    if (length > 0) {
      put(END);
    }
  }

  /// Without what [#ascii] passes over, too.
  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return text.substring(from, to);
  }

  /// Numbers of more digits come behind those of fewer, and all of them where a digit has its place among letters.
  private void beginDigits(int count) {
    put('0');
    if (count < 255) {
      put(count);
    } else {
      put(255);
      put(count >>> 24);
      put(count >>> 16);
      put(count >>> 8);
      put(count);
    }
  }

  /// UTF-8, whose bytes compare as their code points do; never [#END].
  private void letter(int point) {
    int folded = point < 0x80
        ? (point >= 'A' && point <= 'Z' ? point + 32 : point)
        : Character.toLowerCase(Character.toUpperCase(point));
    if (folded < 0x80) {
      put(Math.max(1, folded));
    } else if (folded < 0x800) {
      put(0xC0 | folded >>> 6);
      put(0x80 | folded & 0x3F);
    } else if (folded < 0x10000) {
      put(0xE0 | folded >>> 12);
      put(0x80 | folded >>> 6 & 0x3F);
      put(0x80 | folded & 0x3F);
    } else {
      put(0xF0 | folded >>> 18);
      put(0x80 | folded >>> 12 & 0x3F);
      put(0x80 | folded >>> 6 & 0x3F);
      put(0x80 | folded & 0x3F);
    }
  }

  private void put(int value) {
    if (used == bytes.length) {
      bytes = Arrays.copyOf(bytes, used * 2);
    }
    bytes[used++] = (byte) value;
  }
}
