package app.lineup.cli.output;

import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.ParseReport;
import app.lineup.model.guide.GuideReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Says to programs what was seen while reading: fills an object for each report. Not thread-safe; used by one thread.
record ReportJson(MaskedJson json) {

  void write(ParseReport report) {
    json.text("source", report.source());
    json.number("channels", report.entries());
    json.number("lines", report.lines());
    json.array("guides", report.guides());
    findings(report.counts(), report.findings());
  }

  void write(GuideReport report) {
    json.text("source", report.source());
    json.number("channels", report.channels());
    json.number("programmes", report.programmes());
    json.number("lines", report.lines());
    findings(report.counts(), report.findings());
  }

  private void findings(Map<FindingKind, Long> counts, List<Finding> all) {
    List<FindingKind> found =
        Arrays.stream(FindingKind.values()).filter(kind -> counts.getOrDefault(kind, 0L) > 0).toList();
    json.objects("findings", found, kind -> {
      json.text("kind", kind.name());
      json.number("count", counts.getOrDefault(kind, 0L));
      json.texts("found", kind.found(), "done", kind.done());
      json.objects("first", all.stream().filter(finding -> finding.kind() == kind).toList(), finding -> {
        json.number("line", finding.line());
        json.text("detail", finding.detail());
      });
    });
  }
}
