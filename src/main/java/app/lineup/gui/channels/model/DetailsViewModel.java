package app.lineup.gui.channels.model;

import app.lineup.app.explain.Journey;
import app.lineup.app.explain.PublishedEntry;
import app.lineup.gui.text.Texts;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.RunPlan;
import app.lineup.problem.PipelineException;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The channel that is selected: its fields, its way into the lineup, its entry. Not thread-safe; used by the window's
/// thread. It is read on another.
public final class DetailsViewModel {

  private final Texts texts;
  private final Supplier<Optional<RunPlan>> plan;
  private final Executor background;
  private final Executor window;
  private final Consumer<PipelineException> unreadable;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private long asked;

  /// @param plan       what the lineup was made of
  /// @param background where the channel is read
  /// @param window     carries work to the window's thread
  /// @param unreadable is told when the channel cannot be read
  DetailsViewModel(Texts texts, Supplier<Optional<RunPlan>> plan, Executor background, Executor window,
      Consumer<PipelineException> unreadable) {
    this.texts = texts;
    this.plan = plan;
    this.background = background;
    this.window = window;
    this.unreadable = unreadable;
  }

  /// What is shown, null where nothing is selected or it is still to be read.
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  void clear() {
    asked++;
    shown.set(null);
  }

  /// Shows a channel; what was shown before stays until it was read.
  void show(LineupHandle content, int index) {
    long number = ++asked;
    Optional<RunPlan> of = plan.get();
    background.execute(() -> {
      try {
        List<NumberedChannel> read = content.channels().read(index, 1);
        Optional<Shown> found = read.isEmpty() || of.isEmpty()
            ? Optional.empty() : Optional.of(tell(read.getFirst(), of.get()));
        window.execute(() -> {
          if (number == asked) {
            shown.set(found.orElse(null));
          }
        });
      } catch (PipelineException e) {
        window.execute(() -> {
          if (number == asked) {
            unreadable.accept(e);
          }
        });
      }
    });
  }

  private Shown tell(NumberedChannel channel, RunPlan of) {
    try {
      return tell(channel, JourneyViewModel.of(texts, Journey.of(channel, of)), of);
    } catch (RuleSyntaxException _) {
      // What a lineup of an earlier start was made of is not known, and of the rules that are here now one is wrong.
      var unknown = new Step(texts.get("stage.data_mapping"), texts.get("journey.unknown"), "", List.of());
      return tell(channel, List.of(unknown), new RunPlan(
          of.sources(), List.of(), List.of(), of.numbering(), of.separators(), of.target(), of.durable()));
    }
  }

  private Shown tell(NumberedChannel channel, List<Step> steps, RunPlan of) {
    return new Shown(WordsViewModel.row(texts, channel).name(), WordsViewModel.details(texts, channel), steps,
        PublishedEntry.of(channel, of).text());
  }

  /// A channel as it is shown. Immutable.
  ///
  /// @param name    its name
  /// @param details its fields, without those that are blank
  /// @param steps   its way into the lineup
  /// @param entry   its entry as it is published, with its address in full
  public record Shown(String name, List<Detail> details, List<Step> steps, String entry) {

    public Shown {
      details = List.copyOf(details);
      steps = List.copyOf(steps);
    }
  }
}
