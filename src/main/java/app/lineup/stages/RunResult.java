package app.lineup.stages;

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
/// @param reports         what was seen while reading, a report a source
/// @param took            from the first byte to the finished file
/// @param guide           what became of the guide, where one was ordered
public record RunResult(
    PublishedFile file, long loaded, long numberConflicts, List<ParseReport> reports, Duration took,
    Optional<GuideOutcome> guide) {

  public RunResult {
    reports = List.copyOf(reports);
  }

  /// Without a guide.
  public RunResult(PublishedFile file, long loaded, long numberConflicts, List<ParseReport> reports, Duration took) {
    this(file, loaded, numberConflicts, reports, took, Optional.empty());
  }
}
