package app.lineup.pipeline;

import app.lineup.model.FullRange;
import app.lineup.model.KeptNumbers;
import app.lineup.model.LogoStatistics;
import app.lineup.model.ParseReport;
import app.lineup.model.PublishedFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a run gave.
///
/// @param file            the playlist
/// @param loaded          how many entries the sources have
/// @param numberConflicts how many channels lost their own number to an earlier one
/// @param fullRanges      the ranges that were too small for their groups
/// @param reports         what was seen while reading, a report a source
/// @param heldBack        what was left out because an earlier source has it
/// @param took            from the first byte to the finished file
/// @param logos           how it came by pictures, empty where nobody looked for them
/// @param guide           what became of the guide, where one was ordered
/// @param numbers         what became of the numbers of earlier runs, where channels keep them
/// @param rules           what each rule that is on matched, in their order
/// @param filters         what each filter that is on decided, in their order
/// @param stopped         whether the sources were read no further than it took for as many channels as were wanted
public record RunResult(
    PublishedFile file, long loaded, long numberConflicts, List<FullRange> fullRanges, List<ParseReport> reports,
    List<SkippedDuplicates> heldBack, Duration took, Optional<LogoStatistics> logos, Optional<GuideOutcome> guide,
    Optional<KeptNumbers> numbers, List<RuleMatches> rules, List<RuleMatches> filters, boolean stopped) {

  public RunResult {
    fullRanges = List.copyOf(fullRanges);
    reports = List.copyOf(reports);
    heldBack = List.copyOf(heldBack);
    rules = List.copyOf(rules);
    filters = List.copyOf(filters);
  }

  /// One in which no range was full and nothing held back, without pictures and without a guide.
  public RunResult(PublishedFile file, long loaded, long numberConflicts, List<ParseReport> reports, Duration took) {
    this(file, loaded, numberConflicts, List.of(), reports, List.of(), took, Optional.empty(), Optional.empty(),
        Optional.empty(),
        List.of(), List.of(), false);
  }
}
