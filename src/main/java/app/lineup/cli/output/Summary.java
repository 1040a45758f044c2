package app.lineup.cli.output;

import app.lineup.app.refresh.GuideSummary;
import app.lineup.app.refresh.SourceSummary;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.KeptNumbers;
import app.lineup.model.LogoStatistics;
import app.lineup.model.ParseReport;
import app.lineup.model.channel.MediaType;
import app.lineup.model.guide.GuideReport;
import app.lineup.pipeline.GuideOutcome;
import app.lineup.pipeline.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a command found, in lines for a person.
public final class Summary {

  /// Enough places to see what is meant; `--json` and `--report` have more.
  private static final int SHOWN_PLACES = 5;

  private final List<String> lines = new ArrayList<>();

  private Summary() {}

  /// The lines after a build.
  public static List<String> of(RunResult result) {
    var summary = new Summary();
    summary.lines.add(Texts.get(result.stopped() ? "build.wrote-first" : "build.wrote", result.file().target(),
        Amounts.count(result.file().entries()),
        Amounts.count(result.loaded()), Amounts.bytes(result.file().bytes()), Amounts.time(result.took())));
    if (result.numberConflicts() == 1) {
      summary.lines.add(Texts.get("build.number-lost"));
    } else if (result.numberConflicts() > 1) {
      summary.lines.add(Texts.get("build.numbers-lost", Amounts.count(result.numberConflicts())));
    }
    result.numbers().ifPresent(summary::numbers);
    result.fullRanges().forEach(full -> summary.lines.add(full.channels() == 1
        ? Texts.get("build.range-full-one", full.group())
        : Texts.get("build.range-full", full.group(), Amounts.count(full.channels()))));
    result.logos().ifPresent(logos -> summary.lines.add(logos(logos)));
    result.heldBack().forEach(held -> summary.lines.add(
        Texts.get("build.held-back", Amounts.count(held.channels()), held.lost(), held.kept())));
    for (ParseReport report : result.reports()) {
      if (!report.counts().isEmpty() && result.reports().size() > 1) {
        summary.lines.add(Texts.get("findings.in", report.source()));
      }
      summary.findings(report.counts(), report.findings(), false);
    }
    result.guide().ifPresent(summary::guide);
    return summary.lines;
  }

  private void numbers(KeptNumbers numbers) {
    if (!numbers.aside().isEmpty()) {
      lines.add(Texts.get("build.numbers-damaged", numbers.aside()));
    }
    if (numbers.kept() > 0) {
      lines.add(
          Texts.get(numbers.kept() == 1 ? "build.number-kept" : "build.numbers-kept", Amounts.count(numbers.kept())));
    }
    if (numbers.waiting() > 0) {
      lines.add(Texts.get(
          numbers.waiting() == 1 ? "build.number-waits" : "build.numbers-wait", Amounts.count(numbers.waiting())));
    }
  }

  private void guide(GuideOutcome outcome) {
    // What went wrong is said as any failure is.
    if (!(outcome instanceof GuideOutcome.Published guide)) {
      return;
    }
    lines.add(
        Texts.get("build.guide", guide.target(), Amounts.count(guide.programmes()), Amounts.count(guide.channels()),
        Amounts.bytes(guide.bytes())));
    if (guide.without() > 0) {
      lines.add(Texts.get(guide.without() == 1 ? "build.guide-lacks-one" : "build.guide-lacks",
          Amounts.count(guide.without())));
    }
    if (guide.duplicates() > 0) {
      lines.add(Texts.get("build.guide-twice", Amounts.count(guide.duplicates())));
    }
    for (GuideReport report : guide.reports()) {
      if (!report.counts().isEmpty()) {
        lines.add(Texts.get("findings.in", report.source()));
      }
      findings(report.counts(), report.findings(), false);
    }
  }

  /// The lines of a check of a guide.
  public static List<String> of(GuideSummary checked) {
    var summary = new Summary();
    GuideReport report = checked.report();
    summary.lines.add(Texts.get("check.guide", report.source(), Amounts.count(report.programmes()),
        Amounts.count(checked.scheduled()), Amounts.count(report.lines())));
    if (report.programmes() == 0) {
      summary.lines.add(Texts.get("check.guide-unusable"));
    }
    if (checked.from().isPresent() && checked.to().isPresent()) {
      summary.lines.add(Texts.get("check.guide-times", checked.from().get(), checked.to().get()));
    }
    summary.lines.add(Texts.get("check.guide-channels", Amounts.count(report.channels())));
    if (!report.counts().isEmpty()) {
      summary.lines.add(Texts.get("check.findings"));
      summary.findings(report.counts(), report.findings(), true);
    }
    return summary.lines;
  }

  private static String logos(LogoStatistics logos) {
    String line = Texts.get("build.logos",
        Amounts.count(logos.hits()), Amounts.count(logos.fetched()), Amounts.count(logos.failures()));
    return logos.notAsked() == 0 ? line : line + " "
        + Texts.get("build.logos-not-asked", Amounts.count(logos.notAsked()));
  }

  /// The lines of a check.
  public static List<String> of(SourceSummary checked) {
    var summary = new Summary();
    ParseReport report = checked.report();
    summary.lines.add(Texts.get(
        "check.list", report.source(), Amounts.count(report.entries()), Amounts.count(report.lines())));
    if (report.entries() == 0) {
      summary.lines.add(Texts.get("check.unusable"));
    }
    summary.counts(Texts.get("check.types"), ofTypes(checked));
    summary.counts(Texts.get("check.groups", Amounts.count(checked.groups().size())), ofGroups(checked));
    if (checked.inOtherGroups() > 0) {
      summary.lines.add("  " + Texts.get("check.more-groups", Amounts.count(checked.inOtherGroups())));
    }
    if (!report.guides().isEmpty()) {
      summary.lines.add(Texts.get("check.guides"));
      report.guides().forEach(guide -> summary.lines.add("  " + guide));
    }
    if (!report.counts().isEmpty()) {
      summary.lines.add(Texts.get("check.findings"));
      summary.findings(report.counts(), report.findings(), true);
    }
    return summary.lines;
  }

  private static List<Map.Entry<String, Long>> ofTypes(SourceSummary checked) {
    return Stream.of(MediaType.values())
        .filter(checked.types()::containsKey)
        .map(type -> Map.entry(Texts.get("type." + type.ruleName()), checked.types().getOrDefault(type, 0L)))
        .toList();
  }

  private static List<Map.Entry<String, Long>> ofGroups(SourceSummary checked) {
    return checked.groups().entrySet().stream()
        .map(group -> group.getKey().isEmpty() ? Map.entry(Texts.get("name.no-group"), group.getValue()) : group)
        .toList();
  }

  private void counts(String heading, List<Map.Entry<String, Long>> counts) {
    if (counts.isEmpty()) {
      return;
    }
    lines.add(heading);
    int width = 0;
    for (var count : counts) {
      width = Math.max(width, Amounts.count(count.getValue()).length());
    }
    for (var count : counts) {
      String number = Amounts.count(count.getValue());
      lines.add("  " + " ".repeat(width - number.length()) + number + "  " + count.getKey());
    }
  }

  private void findings(Map<FindingKind, Long> counts, List<Finding> found, boolean withPlaces) {
    for (FindingKind kind : FindingKind.values()) {
      long count = counts.getOrDefault(kind, 0L);
      if (count > 0) {
        List<Finding> places = found.stream().filter(finding -> finding.kind() == kind).toList();
        String line = Texts.get("findings.kind", Amounts.count(count), kind.found(), kind.done());
        long first = places.isEmpty() ? 0 : places.getFirst().line();
        lines.add(
            "  " + (first == 0 || withPlaces ? line : line + " " + Texts.get("findings.first", Amounts.count(first))));
        if (withPlaces) {
          places.stream().filter(place -> place.line() > 0).limit(SHOWN_PLACES).forEach(this::place);
        }
      }
    }
  }

  private void place(Finding finding) {
    String line = Texts.get("findings.line", Amounts.count(finding.line()));
    lines.add("      " + (finding.detail().isEmpty() ? line : line + ": " + finding.detail()));
  }
}
