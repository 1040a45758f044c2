package app.lineup.gui.channels.model;

import app.lineup.engine.record.IndexedSource;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.RunPlan;
import app.lineup.problem.PipelineException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A lineup at rest, as the view reads it. Thread-safe.
///
/// @param channels      the channels, by index
/// @param groups        how many channels each group has, in the order of the list; the blank one has no name
/// @param inOtherGroups how many channels are in groups beyond those
/// @param search        finds channels
/// @param current       whether a run with this plan would give just this; looks at files
/// @param closing       lets go of the files
public record LineupHandle(
    IndexedSource<NumberedChannel> channels,
    Map<String, Long> groups,
    long inOtherGroups,
    Search search,
    Predicate<RunPlan> current,
    Runnable closing) {

  /// Whether this is that lineup, and not just one that is made in the same way.
  @SuppressWarnings("ReferenceEquality") // The question is whose file is open.
  boolean isThe(@Nullable LineupHandle other) {
    return this == other;
  }

  /// How many channels it has.
  long size() {
    return channels.size();
  }

  /// Finds channels.
  @FunctionalInterface
  public interface Search {
    /// Interrupting the thread cancels it.
    ///
    /// @param text  plain words or the rule language; blank for all
    /// @param group only in this group; empty for all
    /// @throws app.lineup.rule.syntax.RuleSyntaxException if the text is an expression and wrong
    void search(String text, Optional<String> group, Found found) throws PipelineException, InterruptedException;
  }

  /// Hears of what is found.
  @FunctionalInterface
  public interface Found {
    /// More was found; told on the thread that searches.
    ///
    /// @param indexes  the indexes of more channels, in their order
    /// @param lookedAt how many channels were looked at so far
    void found(int[] indexes, long lookedAt);
  }
}
