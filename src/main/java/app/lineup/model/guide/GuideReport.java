package app.lineup.model.guide;

import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.ParseReport;
import java.util.List;
import java.util.Map;

/// What was seen while a guide was read.
///
/// @param source     the guide's name
/// @param channels   how many channels it describes
/// @param programmes how many programmes it has
/// @param lines      how many lines
/// @param counts     how often each oddity was found; of what only shows inside an element, in those that were wanted
/// @param findings   the first of each, at most [ParseReport#KEPT_PER_KIND] a kind, in the order of their lines
public record GuideReport(
    String source,
    long channels,
    long programmes,
    long lines,
    Map<FindingKind, Long> counts,
    List<Finding> findings) {

  public GuideReport {
    counts = Map.copyOf(counts);
    findings = List.copyOf(findings);
  }
}
