package app.lineup.xmltv;

import app.lineup.engine.watch.StageMeter;
import app.lineup.model.FindingKind;
import app.lineup.model.channel.ByteSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Cuts a guide into its `<channel>` and `<programme>` elements, without looking into them: plain reads into blocks, a
/// search for the next tag. A block that somebody looks at is never written to again. Not thread-safe; used by one
/// thread.
final class ElementReader implements AutoCloseable {

  static final int BLOCK_BYTES = 1024 * 1024;

  private static final int MAX_ELEMENT_BYTES = 8 * 1024 * 1024;
  private static final byte[] PROGRAMME = Markup.ascii("<programme");
  private static final byte[] CHANNEL = Markup.ascii("<channel");
  private static final byte[] PROGRAMME_END = Markup.ascii("</programme");
  private static final byte[] CHANNEL_END = Markup.ascii("</channel");
  private static final byte[] ROOT_END = Markup.ascii("</tv");
  /// Enough to tell any of these, with the byte after it.
  private static final int NAME_BYTES = PROGRAMME_END.length + 1;

  private final InputStream input;
  private final StageMeter meter;
  private final GuideLog log;
  private final Ends ends = new Ends();
  private byte[] block;
  private int used;
  private int at;
  private boolean inUse;
  private boolean ended;
  private boolean rootEnded;
  private long looked;
  private int counted;
  private long lines;
  private boolean channel;
  private int from;
  private int to;

  /// @param input      the guide in UTF-8
  /// @param meter      counts its bytes
  /// @param log        hears of what was dropped
  /// @param blockBytes how much is read at a time
  /// @param at         how many bytes of the first block were read already: up to the end of `<tv …>`
  ElementReader(InputStream input, StageMeter meter, GuideLog log, int blockBytes, int at) {
    this.input = input;
    this.meter = meter;
    this.log = log;
    this.block = new byte[Math.max(blockBytes, at + NAME_BYTES)];
    this.at = at;
  }

  /// Goes to the next element.
  ///
  /// @return whether there is one
  boolean next() throws IOException, InterruptedException {
    while (true) {
      int tag = at >= used ? used : tagFrom(at);
      if (used - tag < NAME_BYTES && !ended) {
        at = Math.max(at, tag);
        fill(Math.min(at, used));
      } else if (tag >= used) {
        return end();
      } else if (isElement(tag)) {
        if (cut(tag)) {
          return true;
        }
      } else {
        pass(tag);
      }
    }
  }

  private boolean isElement(int tag) {
    channel = Markup.isTag(block, tag, used, CHANNEL);
    return channel || Markup.isTag(block, tag, used, PROGRAMME);
  }

  private boolean cut(int tag) throws IOException, InterruptedException {
    int end = elementEnd(tag);
    if (end == Markup.UNFINISHED) {
      more(tag);
      return false;
    }
    if (end < 0) {
      at = tag + 1;
      log.add(FindingKind.BROKEN_ELEMENT, lineOf(tag), "");
      return false;
    }
    from = tag;
    to = end;
    at = end;
    return true;
  }

  private int elementEnd(int tag) {
    int open = Markup.tagEnd(block, tag, used);
    if (open < 0 || block[open - 2] == '/') {
      return open;
    }
    byte[] closing = channel ? CHANNEL_END : PROGRAMME_END;
    looked += open - tag;
    int next = tagFrom(open);
    while (next < used) {
      if (Markup.startsWith(block, next, used, closing)) {
        int end = Markup.skipBlanks(block, next + closing.length, used);
        return end == used ? Markup.UNFINISHED : block[end] == '>' ? end + 1 : Markup.BROKEN;
      }
      byte second = next + 1 < used ? block[next + 1] : 0;
      if (second == '!' || second == '?') {
        int end = ends.after(block, next, used);
        if (end == Markup.UNFINISHED) {
          return end;
        }
        // A declaration that another sign breaks is none: it stands for itself.
        next = tagFrom(end == Markup.BROKEN ? next + 1 : end);
      } else if (Markup.isTag(block, next, used, PROGRAMME) || Markup.isTag(block, next, used, CHANNEL)
          || Markup.startsWith(block, next, used, ROOT_END)) {
        return Markup.BROKEN;
      } else {
        next = tagFrom(next + 1);
      }
    }
    return Markup.UNFINISHED;
  }

  /// The next `<`, the block's end where there is none.
  private int tagFrom(int from) {
    int next = from >= used ? used : ByteSearch.indexOf(block, (byte) '<', from, used);
    looked += next - from;
    return next;
  }

  /// Goes past what is none of ours.
  private void pass(int tag) throws IOException, InterruptedException {
    byte second = tag + 1 < used ? block[tag + 1] : 0;
    if (second == '!' || second == '?') {
      int end = ends.after(block, tag, used);
      if (end == Markup.UNFINISHED) {
        more(tag);
      } else {
        at = end == Markup.BROKEN ? tag + 1 : end;
      }
      return;
    }
    rootEnded |= Markup.startsWith(block, tag, used, ROOT_END);
    at = tag + 1;
  }

  /// What begins at `tag` does not end in this block.
  private void more(int tag) throws IOException, InterruptedException {
    if (ended) {
      at = tag + 1;
      rootEnded = false;
    } else if (used - tag >= MAX_ELEMENT_BYTES) {
      log.add(FindingKind.ELEMENT_TOO_LONG, lineOf(tag), "");
      at = tag + 1;
    } else {
      at = tag;
      fill(tag);
    }
  }

  /// Reads on; what stands before `keep` is gone.
  private void fill(int keep) throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled while a guide was read");
    }
    lineOf(keep);
    int kept = used - keep;
    boolean larger = kept > block.length / 2;
    byte[] next = larger ? new byte[block.length * 2] : inUse ? new byte[block.length] : block;
    System.arraycopy(block, keep, next, 0, kept);
    block = next;
    inUse = false;
    at -= keep;
    counted -= keep;
    ends.shift(keep);
    looked += kept;
    used = kept;
    int count = input.readNBytes(block, used, block.length - used);
    meter.addBytes(count);
    ended = used + count < block.length;
    used += count;
  }

  private boolean end() {
    if (!rootEnded) {
      rootEnded = true;
      log.add(FindingKind.GUIDE_CUT_OFF, lineOf(used), "");
    }
    return false;
  }

  private long lineOf(int place) {
    for (int i = counted; i < place; i++) {
      lines += block[i] == '\n' ? 1 : 0;
    }
    counted = Math.max(counted, place);
    return lines + 1;
  }

  /// The line that the element begins at, from 1.
  long line() {
    return lineOf(from);
  }

  /// How many bytes were looked at or copied so far: the work that the guide's size is to account for.
  long looked() {
    return looked + ends.looked();
  }

  /// How many lines were read, once [#next] has said that there is no more.
  long lines() {
    return lineOf(used) - (used > 0 && block[used - 1] == '\n' ? 1 : 0);
  }

  /// Whether the element is a `<channel>`; else it is a `<programme>`.
  boolean isChannel() {
    return channel;
  }

  /// The array that the element stands in; another one for each block. It is not to be kept but through [#keep].
  byte[] block() {
    return block;
  }

  /// The same, which will not be written to again.
  byte[] keep() {
    inUse = true;
    return block;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  @Override
  public void close() {
    ended = true;
    used = 0;
    at = 0;
    counted = 0;
    rootEnded = true;
    try {
      input.close();
    } catch (IOException e) {
      // What was read stays right; a file that cannot be closed leaves nothing behind but its handle.
      throw new UncheckedIOException(e);
    }
  }
}
