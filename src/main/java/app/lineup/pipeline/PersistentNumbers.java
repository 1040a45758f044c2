package app.lineup.pipeline;

import app.lineup.engine.strategy.KnownSize;
import app.lineup.model.KeptNumbers;
import app.lineup.model.Source;
import app.lineup.pipeline.number.NumbersFile;
import app.lineup.pipeline.number.StickyNumbers;
import app.lineup.problem.PipelineException;
import java.util.Optional;

/// What a run remembers of the numbers of earlier ones, from its beginning to its end. Not thread-safe; used by the
/// run's thread.
public final class PersistentNumbers implements AutoCloseable {

  private final RunPlan plan;
  private final RunResources means;
  private final boolean publishes;
  private Optional<StickyNumbers> numbers = Optional.empty();

  /// @param publishes whether the run does, so that its numbers are kept; who only looks changes no file
  public PersistentNumbers(RunPlan plan, RunResources means, boolean publishes) {
    this.plan = plan;
    this.means = means;
    this.publishes = publishes;
  }

  /// Reads what is remembered, where channels keep their numbers.
  ///
  /// @param size how large the run is, as far as that is known
  public Optional<StickyNumbers> open(KnownSize size) throws PipelineException {
    if (plan.keptNumbers().isPresent()) {
      numbers = Optional.of(StickyNumbers.open(
          new NumbersFile(plan.keptNumbers().get()), plan.sources().stream().map(Source::name).toList(), publishes,
          size.items().orElse(0),
          means.memory().leases(), means.spill()));
    }
    return numbers;
  }

  /// Keeps the numbers for the next run, once the playlist is in place.
  Optional<KeptNumbers> keep() {
    return numbers.map(StickyNumbers::keep);
  }

  @Override
  public void close() {
    numbers.ifPresent(StickyNumbers::close);
  }
}
