package app.lineup.gui.rules.model;

import app.lineup.app.census.Census;
import app.lineup.app.census.CensusPlan;
import app.lineup.app.census.RuleTally;
import app.lineup.gui.text.Texts;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Marks each row that takes part with what it does in all lists, counted anew when nobody has changed anything for a
/// while. Not thread-safe; used by the window's thread. Channels are looked at on another.
public final class RuleMarksViewModel {

  private final MarkWordsViewModel words;
  private final RulesViewModel rules;
  private final Supplier<List<Source>> sources;
  private final Count count;
  private final Executor background;
  private final Executor window;
  private final Executor later;
  private @Nullable FutureTask<?> work;
  private @Nullable CensusPlan counted;
  private boolean open;
  private long turn;

  /// @param sources    what the channels are read from
  /// @param count      counts; called on `background`
  /// @param background where that is done; interrupted to cancel
  /// @param window     carries work to the window's thread
  /// @param later      does work on the window's thread when nobody has changed anything for a while
  public RuleMarksViewModel(
      Texts texts, RulesViewModel rules, Supplier<List<Source>> sources, Count count,
      Executor background, Executor window, Executor later) {
    this.words = new MarkWordsViewModel(texts);
    this.rules = rules;
    this.sources = sources;
    this.count = count;
    this.background = background;
    this.window = window;
    this.later = later;
    rules.onChange(this::again);
  }

  /// Says whether somebody can see the marks; otherwise nothing is counted.
  public void open(boolean visible) {
    if (open != visible) {
      open = visible;
      again();
    }
  }

  /// Counts again: the lists may have other channels than before.
  public void listsChanged() {
    counted = null;
    again();
  }

  private void again() {
    turn++;
    FutureTask<?> old = work;
    work = null;
    if (old != null) {
      old.cancel(true);
    }
    if (open) {
      long asked = turn;
      later.execute(() -> start(asked));
    }
  }

  private void start(long asked) {
    if (asked != turn) {
      return;
    }
    List<RuleViewModel> rows = taking();
    rules.rows().stream().filter(row -> !rows.contains(row)).forEach(row -> row.marked(null));
    CensusPlan plan = plan(rows);
    if (rows.isEmpty() || plan.sources().isEmpty()) {
      rows.forEach(row -> row.marked(null));
    } else if (!plan.equals(counted) || rows.stream().anyMatch(row -> row.mark().get() == null)) {
      begin(plan, rows, asked);
    }
  }

  private void begin(CensusPlan plan, List<RuleViewModel> rows, long asked) {
    var task = new FutureTask<>(() -> count(plan, rows, asked), "counted");
    work = task;
    background.execute(task);
  }

  /// The rows whose channels are known: those that are on, up to the first rule that cannot be understood.
  private List<RuleViewModel> taking() {
    List<RuleViewModel> taking = new ArrayList<>();
    for (RuleViewModel row : rules.rows()) {
      boolean wrong = row.on().get() && row.mistakeNow() != null;
      if (wrong && !row.kind().get().isFilter()) {
        break;
      }
      if (row.on().get() && !wrong) {
        taking.add(row);
      }
    }
    return taking;
  }

  private CensusPlan plan(List<RuleViewModel> rows) {
    return new CensusPlan(sources.get(),
        rows.stream().filter(row -> !row.kind().get().isFilter()).map(RuleViewModel::asRule).toList(),
        rows.stream().filter(row -> row.kind().get().isFilter()).map(RuleViewModel::asFilter).toList());
  }

  private void count(CensusPlan plan, List<RuleViewModel> rows, long asked) {
    try {
      Census census = count.count(plan);
      tell(asked, () -> show(plan, rows, census));
    } catch (InterruptedException _) {
      // Cancelled, because something newer is to be counted, or nothing.
    } catch (PipelineException | RuleSyntaxException _) {
      // The preview of the rule says why; here nobody knows its numbers.
      tell(asked, () -> rows.forEach(row -> row.marked(null)));
    } catch (RuntimeException | Error e) {
      System.getLogger(RuleMarksViewModel.class.getName())
          .log(System.Logger.Level.WARNING, "rules were not counted", e);
    }
  }

  private void tell(long asked, Runnable what) {
    window.execute(() -> {
      if (asked == turn) {
        what.run();
      }
    });
  }

  private void show(CensusPlan plan, List<RuleViewModel> rows, Census census) {
    counted = plan;
    for (int i = 0; i < rows.size(); i++) {
      RuleTally tally = census.tallies().get(i);
      int useless = tally.uselessBy().isEmpty() ? 0 : rules.rows().indexOf(rows.get(tally.uselessBy().getAsInt())) + 1;
      rows.get(i).marked(words.mark(rows.get(i).kind().get(), tally, census, useless));
    }
  }

  /// Counts channels; interrupting its thread cancels it.
  @FunctionalInterface
  public interface Count {
    Census count(CensusPlan plan) throws PipelineException, InterruptedException;
  }
}
