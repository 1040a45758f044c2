package app.lineup.xmltv;

import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.ParseReport;
import app.lineup.model.Secrets;
import app.lineup.model.guide.GuideReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects what is seen while one guide is read. Not thread-safe; used by the thread that reads.
final class GuideLog {

  private static final int MOST_CHARS = 80;

  private final Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
  private final List<Finding> findings = new ArrayList<>();

  GuideLog() {}

  /// One that goes on where `before` ended.
  GuideLog(GuideLog before) {
    counts.putAll(before.counts);
    findings.addAll(before.findings);
  }

  void add(FindingKind kind, long line, String detail) {
    if (counts.merge(kind, 1L, Long::sum) <= ParseReport.KEPT_PER_KIND) {
      // Masked before it is cut: half an address does not look like one.
      String masked = Secrets.mask(detail);
      findings.add(
          new Finding(line, kind, masked.length() <= MOST_CHARS ? masked : masked.substring(0, MOST_CHARS - 1) + "…"));
    }
  }

  GuideReport report(String source, GuideIndex index) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparingLong(Finding::line));
    return new GuideReport(source, index.channels().size(), index.programmes(), index.lines(), counts, sorted);
  }
}
