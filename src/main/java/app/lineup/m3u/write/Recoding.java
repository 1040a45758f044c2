package app.lineup.m3u.write;

import app.lineup.m3u.Ascii;
import app.lineup.m3u.Lines;
import app.lineup.m3u.scan.EntryScanner;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Turns an entry that is written in an old code page into UTF-8, for a new value that the code page cannot hold. Only
/// the lines that carry text are turned; an address with bytes changed is another address. Thread-safe: no state.
final class Recoding {

  private static final char UNKNOWN = '\uFFFD';

  private Recoding() {}

  /// The same entry with its changes and its number, alone in a block of its own.
  static ChannelBlock toUtf8(ChannelBlock block, int entry) {
    ChannelBlock own = ChannelBlock.of(List.of(toUtf8(block.channel(entry))));
    own.number(0, block.major(entry), block.minor(entry));
    return own;
  }

  private static Channel toUtf8(Channel channel) {
    byte[] block = channel.block();
    int to = channel.place(EntryLayout.ENTRY_TO);
    var turned = new ByteArrayOutputStream(to - channel.place(EntryLayout.ENTRY_FROM) + 64);
    int at = channel.place(EntryLayout.ENTRY_FROM);
    while (at < to) {
      int next = Lines.after(block, Lines.end(block, at, to), to);
      int first = Ascii.skipBlanks(block, at, next);
      boolean text = Ascii.startsWith(block, first, next, "#extinf:")
          || Ascii.startsWith(block, first, next, "#extgrp:");
      turned.writeBytes(text ? utf8(block, at, next, channel.charset()) : Arrays.copyOfRange(block, at, next));
      at = next;
    }
    byte[] own = turned.toByteArray();
    var scanner = new EntryScanner(new ScanLimits(Integer.MAX_VALUE), channel.origin());
    return scanner.scan(own, 0, own.length).channels().getFirst().readAsUtf8().withChanges(channel.changes());
  }

  /// A byte that the code page leaves undefined becomes the control character of its number, so that it is not lost.
  private static byte[] utf8(byte[] block, int from, int to, Charset charset) {
    char[] text = new String(block, from, to - from, charset).toCharArray();
    for (int i = 0; i < text.length; i++) {
      if (text[i] == UNKNOWN) {
        text[i] = (char) (block[from + i] & 0xFF);
      }
    }
    return new String(text).getBytes(StandardCharsets.UTF_8);
  }
}
