package app.lineup.gui.sources.model;

import app.lineup.app.refresh.SourceSummary;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.ParseReport;
import app.lineup.model.channel.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a list holds, as rows to show. Immutable.
final class FoundViewModel {

  private final Texts texts;
  private final SourceSummary summary;

  FoundViewModel(Texts texts, SourceSummary summary) {
    this.texts = texts;
    this.summary = summary;
  }

  /// Every oddity that was kept with its place, then those that were only counted.
  List<Oddity> oddities() {
    ParseReport report = summary.report();
    List<Oddity> rows = new ArrayList<>(report.findings().stream().map(FoundViewModel::row).toList());
    for (FindingKind kind : FindingKind.values()) {
      long kept = report.findings().stream().filter(finding -> finding.kind() == kind).count();
      long more = report.counts().getOrDefault(kind, 0L) - kept;
      if (more > 0) {
        rows.add(new Oddity("", kind.found(), kind.done(), texts.amount("oddity.more", more)));
      }
    }
    return rows;
  }

  private static Oddity row(Finding finding) {
    String line = finding.line() == 0 ? "" : Amounts.count(finding.line());
    return new Oddity(line, finding.kind().found(), finding.kind().done(), finding.detail());
  }

  /// How many channels each group has, in the list's own order; those of groups that were too many to keep come last.
  List<Share> groups() {
    List<Share> rows = new ArrayList<>();
    summary.groups().forEach((group, channels) -> rows.add(
        new Share(group.isEmpty() ? texts.get("group.none") : group, Amounts.count(channels))));
    if (summary.inOtherGroups() > 0) {
      rows.add(new Share(texts.get("group.others"), Amounts.count(summary.inOtherGroups())));
    }
    return rows;
  }

  /// How many channels of each type there are.
  List<Share> types() {
    Map<MediaType, Long> counts = summary.types();
    return Stream.of(MediaType.values()).filter(counts::containsKey)
        .map(type -> new Share(texts.get("type." + type.ruleName()), Amounts.count(counts.getOrDefault(type, 0L))))
        .toList();
  }
}
