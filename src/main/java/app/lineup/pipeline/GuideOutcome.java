package app.lineup.pipeline;

import app.lineup.model.guide.GuideReport;
import app.lineup.problem.PipelineException;
import java.util.List;

/// What became of the guide of a run. The playlist was published whatever it is.
public sealed interface GuideOutcome {

  /// It took the place of the old one.
  ///
  /// @param target     the file
  /// @param programmes how many it has
  /// @param channels   how many channels of the playlist have programmes
  /// @param without    how many have none; films and series do not count
  /// @param duplicates how many programmes were left out because a guide before has them
  /// @param bytes      its size
  /// @param reports    what was seen while reading, a report a guide
  record Published(
      String target, long programmes, long channels, long without, long duplicates, long bytes,
      List<GuideReport> reports)
      implements GuideOutcome {

    public Published {
      reports = List.copyOf(reports);
    }
  }

  /// The old one is untouched.
  record Failed(PipelineException failure) implements GuideOutcome {}

  /// Somebody asked the run to stop when the playlist was published and the guide was not; the old guide is untouched.
  record Cancelled() implements GuideOutcome {}
}
