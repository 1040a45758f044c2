package app.lineup.m3u.scan;

import app.lineup.m3u.Header;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;

/// What stands before the first entry of a list: byte order mark, blank lines, header (`M3U-1`, `M3U-2` and `M3U-30`).
///
/// @param header   the header line, or none
/// @param skip     how many bytes to skip to the line after it
/// @param lines    how many lines that is
/// @param findings what was odd about it
record ListHead(Header header, int skip, long lines, List<Finding> findings) {

  private static final int BLANK_BYTES = 64 * 1024;

  /// How much of a list is looked at: the longest header, and what may be blank before it.
  static int bytes(ScanLimits limits) {
    return limits.maxLineBytes() + BLANK_BYTES;
  }

  /// Reads the head.
  ///
  /// @param head    the first bytes of the list
  /// @param length  how many
  /// @param limits  a header that is longer than a line may be is left to the scanner
  /// @param subject the source, for messages
  /// @throws PipelineException if this is no playlist at all
  static ListHead read(byte[] head, int length, ScanLimits limits, String subject) throws PipelineException {
    ContentCheck.check(head, length, subject);
    List<Finding> findings = new ArrayList<>();
    int at = EntryCut.afterMarks(head, 0, length);
    if (at > 0) {
      findings.add(new Finding(1, FindingKind.BYTE_ORDER_MARK, ""));
    }
    int first = at;
    long lines = 0;
    while (true) {
      int text = at;
      while (text < length && (head[text] == ' ' || head[text] == '\t')) {
        text++;
      }
      int end = EntryCut.lineEnd(head, text, length);
      int next = end + 1 < length && head[end] == '\r' && head[end + 1] == '\n' ? end + 2 : Math.min(length, end + 1);
      if (text < end || next == at) {
        return atFirstLine(head, text, end, next, new Start(first, at, lines), findings, length, limits);
      }
      at = next;
      lines++;
    }
  }

  private record Start(int from, int at, long lines) {}

  private static ListHead atFirstLine(
      byte[] head, int text, int end, int next, Start start, List<Finding> findings, int length, ScanLimits limits) {
    if (start.lines() > 0) {
      findings.add(new Finding(1, FindingKind.BLANK_START, ""));
    }
    int visible = end;
    while (visible > text && (head[visible - 1] == ' ' || head[visible - 1] == '\t')) {
      visible--;
    }
    boolean header = Header.isHeader(head, text, visible);
    if (header && end - start.at() <= limits.maxLineBytes()) {
      return new ListHead(Header.parse(head, text, visible, next), next, start.lines() + 1, findings);
    }
    if (!header && length > start.from()) {
      findings.add(new Finding(start.lines() + 1, FindingKind.NO_HEADER, ""));
    }
    return new ListHead(Header.NONE, start.at(), start.lines(), findings);
  }
}
