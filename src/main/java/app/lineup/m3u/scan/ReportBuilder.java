package app.lineup.m3u.scan;

import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.ParseReport;
import app.lineup.model.channel.ScanReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects what is seen while one list is read. Not thread-safe; used by the thread that
/// joins its blocks.
final class ReportBuilder {

  private final String source;
  private final Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> guides = new LinkedHashSet<>();
  private long entries;
  private long lines;

  ReportBuilder(String source, ListHead head) {
    this.source = source;
    head.findings().forEach(this::add);
    guides.addAll(head.header().guides());
    lines = head.lines();
  }

  void add(Finding finding) {
    if (counts.merge(finding.kind(), 1L, Long::sum) <= ParseReport.KEPT_PER_KIND) {
      findings.add(finding);
    }
  }

  void addBlock(ScanReport block) {
    for (Finding finding : block.findings()) {
      add(finding.shifted(lines));
    }
    lines += block.lines();
    entries += block.entries();
    guides.addAll(block.guides());
  }

  /// How many entries there were so far.
  long entries() {
    return entries;
  }

  /// The report of a list that was read to its end.
  ParseReport build() {
    if (entries == 0 && !counts.containsKey(FindingKind.EMPTY)) {
      add(new Finding(0, FindingKind.EMPTY, ""));
    }
    return soFar();
  }

  /// The report of what was read by now; nobody knows whether more would have come.
  ParseReport soFar() {
    return new ParseReport(source, entries, lines, counts, findings, List.copyOf(guides));
  }
}
