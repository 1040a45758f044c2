package app.lineup.stages;

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
/// @param reports         what was seen while reading, a report a source
/// @param took            from the first byte to the finished file
/// @param logos           how it came by pictures, empty where nobody looked for them
public record RunResult(
    PublishedFile file, long loaded, long numberConflicts, List<ParseReport> reports, Duration took,
    Optional<LogoStatistics> logos) {

  public RunResult {
    reports = List.copyOf(reports);
  }

  /// Of a run that looked for no pictures.
  public RunResult(
      PublishedFile file, long loaded, long numberConflicts, List<ParseReport> reports, Duration took) {
    this(file, loaded, numberConflicts, reports, took, Optional.empty());
  }
}
