package app.lineup.gui.rules.model;

import app.lineup.app.preview.PreviewPlan;
import app.lineup.app.preview.RuleEffect;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Stack;
import app.lineup.gui.text.Texts;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What the selected rule does to the channels of the lists, found out anew a moment after each change. Not
/// thread-safe; used by the window's thread. Channels are looked at on another.
public final class RulePreviewViewModel {

  private final Texts texts;
  private final PreviewFoundViewModel found;
  private final RulesViewModel rules;
  private final Supplier<List<Source>> sources;
  private final Supplier<SeparatorPolicy> separators;
  private final Look look;
  private final Executor background;
  private final Executor window;
  private final Executor later;
  private Subscription mistakes = Subscription.EMPTY;
  private @Nullable RuleViewModel shown;
  private @Nullable FutureTask<?> work;
  private boolean open;
  private long turn;

  /// @param sources    what the channels are read from
  /// @param separators what a run does with separator rows
  /// @param look       looks at them; called on `background`
  /// @param background where that is done, one at a time; interrupted to cancel
  /// @param window     carries work to the window's thread
  /// @param later      does work on the window's thread when nobody has typed for a moment
  public RulePreviewViewModel(
      Texts texts, RulesViewModel rules, Supplier<List<Source>> sources, Supplier<SeparatorPolicy> separators,
      Look look,
      Executor background, Executor window, Executor later) {
    this.texts = texts;
    this.found = new PreviewFoundViewModel(texts);
    this.rules = rules;
    this.sources = sources;
    this.separators = separators;
    this.look = look;
    this.background = background;
    this.window = window;
    this.later = later;
    rules.onChange(this::again);
    rules.selected().subscribe(row -> {
      mistakes.unsubscribe();
      mistakes = row == null ? Subscription.EMPTY : row.mistake().subscribe((before, now) -> again());
      again();
    });
  }

  /// What was found.
  public PreviewFoundViewModel found() {
    return found;
  }

  /// Says whether somebody can see the preview; otherwise nothing is looked at.
  public void open(boolean visible) {
    if (open != visible) {
      open = visible;
      again();
    }
  }

  /// Looks again: something has changed.
  public void again() {
    stop();
    RuleViewModel row = rules.selected().get();
    if (row != shown) {
      shown = row;
      found.say("");
    }
    if (!open) {
      return;
    }
    if (row == null || row.mistake().get() != null) {
      found.say("");
    } else if (sources.get().isEmpty()) {
      found.say(texts.get("preview.no-sources"));
    } else {
      Optional<String> above = mistakeAbove(row);
      above.ifPresent(found::say);
      if (above.isEmpty()) {
        long asked = turn;
        later.execute(() -> start(row, asked));
      }
    }
  }

  private void stop() {
    turn++;
    found.counting(false);
    FutureTask<?> old = work;
    work = null;
    if (old != null) {
      old.cancel(true);
    }
  }

  private Optional<String> mistakeAbove(RuleViewModel row) {
    return before(row).stream().filter(other -> other.on().get() && other.mistake().get() != null).findFirst()
        .map(other -> texts.get("preview.mistake-above", rules.rows().indexOf(other) + 1));
  }

  /// The mapping rules that a channel has passed when this row sees it.
  private List<RuleViewModel> before(RuleViewModel row) {
    return rules.rows().stream().takeWhile(other -> other != row && !other.kind().get().isFilter()).toList();
  }

  private void start(RuleViewModel row, long asked) {
    if (asked == turn) {
      PreviewPlan plan = plan(row);
      boolean on = row.on().get();
      var task = new FutureTask<>(() -> look(plan, on, asked), "looked");
      work = task;
      found.counting(true);
      background.execute(task);
    }
  }

  private PreviewPlan plan(RuleViewModel row) {
    List<Rule> before = before(row).stream().map(RuleViewModel::asRule).toList();
    if (!row.kind().get().isFilter()) {
      return new PreviewPlan(sources.get(), before, new PreviewPlan.AskedRule(row.text().get()), separators.get());
    }
    Filter filter = row.asFilter();
    List<Filter> others = rules.rows().stream()
        .filter(other -> other != row && other.kind().get().isFilter() && other.mistake().get() == null)
        .map(RuleViewModel::asFilter).toList();
    var asked = new PreviewPlan.AskedFilter(filter.mode(), filter.text(), others);
    return new PreviewPlan(sources.get(), before, asked, separators.get());
  }

  private void look(PreviewPlan plan, boolean on, long asked) {
    try {
      RuleEffect all = look.look(plan, soFar -> tell(asked, () -> found.show(soFar, on, false)));
      tell(asked, () -> found.show(all, on, true));
    } catch (InterruptedException _) {
      // Cancelled, because something newer is to be looked at, or nothing.
    } catch (RuleSyntaxException _) {
      // Typed a moment ago; the row says so itself.
      tell(asked, () -> found.say(""));
    } catch (PipelineException e) {
      var why = new Failure(e.subject(), e.what(), e.advice(), Stack.of(e));
      tell(asked, () -> found.fail(why));
    } catch (RuntimeException | Error e) {
      var why = new Failure(texts.get("preview.about"), texts.get("preview.fault"), texts.get("preview.fault.advice"),
          Stack.of(e));
      tell(asked, () -> found.fail(why));
    }
  }

  private void tell(long asked, Runnable what) {
    window.execute(() -> {
      if (asked == turn) {
        what.run();
      }
    });
  }

  /// Looks at the channels; interrupting its thread cancels it.
  @FunctionalInterface
  public interface Look {
    RuleEffect look(PreviewPlan plan, Consumer<RuleEffect> soFar) throws PipelineException, InterruptedException;
  }
}
