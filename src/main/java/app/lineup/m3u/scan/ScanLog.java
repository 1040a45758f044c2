package app.lineup.m3u.scan;

import app.lineup.m3u.Charsets;
import app.lineup.m3u.Excerpt;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.channel.EntryLayout;
import java.util.ArrayList;
import java.util.List;

/// Notes what is odd about the entries of one block. Not thread-safe; used by one thread.
final class ScanLog {

  private static final int EXCERPT_BYTES = 240;

  private List<Finding> findings = List.of();

  void begin() {
    findings = new ArrayList<>();
  }

  List<Finding> findings() {
    return findings;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  /// Notes an oddity with an excerpt of `[from, to)`.
  void note(FindingKind kind, long line, byte[] block, int from, int to) {
    boolean nothing = from < 0 || to <= from;
    String text = nothing ? "" : Charsets.decode(block, from, excerptEnd(block, from, to));
    findings.add(new Finding(line, kind, Excerpt.of(text)));
  }

  /// Not in the middle of a UTF-8 character, which would make all of it look like an old code page.
  private static int excerptEnd(byte[] block, int from, int to) {
    if (to - from <= EXCERPT_BYTES) {
      return to;
    }
    int end = from + EXCERPT_BYTES;
    while (end > from + EXCERPT_BYTES - 4 && (block[end] & 0xC0) == 0x80) {
      end--;
    }
    return end;
  }

  /// Notes an oddity of the entry whose name is known by now.
  void noteNamed(FindingKind kind, long line, byte[] block, InfoLine info) {
    boolean standIn = info.get(EntryLayout.STAND_IN_FROM) >= 0;
    int at = standIn ? EntryLayout.STAND_IN_FROM : KnownField.CHANNEL_NAME.ordinal() * 2;
    note(kind, line, block, info.get(at), info.get(at + 1));
  }
}
