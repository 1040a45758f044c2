package app.lineup.gui.channels.model;

import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import app.lineup.problem.PipelineException;
import app.lineup.rule.editor.PlainWords;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Which channels of the lineup are shown: those of a group that a text finds. Results come in while the search goes
/// on; what was shown before stays until the first of them. Not thread-safe; used by the window's thread. Searches run
/// on others.
public final class SearchViewModel {

  /// After the last key.
  static final Duration QUIET = Duration.ofMillis(150);

  private final Texts texts;
  private final Executor background;
  private final Executor window;
  private final Debouncer later;
  private final Consumer<PipelineException> unreadable;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable RowsViewModel> rows = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SearchMistake> mistake = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private Optional<String> group = Optional.empty();
  private @Nullable LineupHandle content;
  private @Nullable LineupHandle shown;
  private @Nullable SearchingViewModel now;
  private long keys;

  /// @param background where is searched and read; interrupted to cancel
  /// @param window     carries work to the window's thread
  /// @param later      waits for the last key
  /// @param unreadable is told when the lineup cannot be read
  SearchViewModel(
      Texts texts, Executor background, Executor window, Debouncer later, Consumer<PipelineException> unreadable) {
    this.texts = texts;
    this.background = background;
    this.window = window;
    this.later = later;
    this.unreadable = unreadable;
    text.subscribe((before, after) -> typed());
  }

  /// What is searched for: plain words or an expression of the rule language.
  public StringProperty text() {
    return text;
  }

  /// The expression that plain words stand for; empty where there are none.
  public ObservableValue<String> meaning() {
    return text.map(typed -> PlainWords.isExpression(typed) ? "" : PlainWords.expression(typed))
        .map(expression -> expression.isEmpty() ? "" : texts.get("search.means", expression));
  }

  /// The rows of the table, null while there is no lineup.
  public ReadOnlyObjectProperty<@Nullable RowsViewModel> rows() {
    return rows.getReadOnlyProperty();
  }

  /// What is wrong with the text, null where nothing is.
  public ReadOnlyObjectProperty<@Nullable SearchMistake> mistake() {
    return mistake.getReadOnlyProperty();
  }

  /// How many channels are shown, of how many.
  public ReadOnlyStringProperty count() {
    return count.getReadOnlyProperty();
  }

  /// Whether more may be found.
  public ReadOnlyBooleanProperty searching() {
    return searching.getReadOnlyProperty();
  }

  /// The lineup whose rows are shown.
  Optional<LineupHandle> shown() {
    return Optional.ofNullable(shown);
  }

  /// Takes what was probably meant in the place of the mistake.
  public void takeSuggestion() {
    SearchMistake wrong = mistake.get();
    if (wrong != null && !wrong.suggestion().isEmpty() && wrong.to() <= text.get().length()) {
      text.set(text.get().substring(0, wrong.from()) + wrong.suggestion() + text.get().substring(wrong.to()));
    }
  }

  /// Shows another lineup, and closes the one before as soon as its rows are gone.
  void over(@Nullable LineupHandle next) {
    LineupHandle before = content;
    content = next;
    if (before != null && !before.isThe(shown)) {
      background.execute(before.closing());
    }
    search();
  }

  /// Shows only this group; empty for all.
  void group(Optional<String> only) {
    if (!group.equals(only)) {
      group = only;
      search();
    }
  }

  private void typed() {
    stop();
    long key = ++keys;
    later.run(QUIET, () -> {
      if (key == keys) {
        search();
      }
    });
  }

  private void stop() {
    SearchingViewModel former = now;
    end();
    if (former != null) {
      former.cancel();
    }
  }

  private void end() {
    now = null;
    searching.set(false);
  }

  private void search() {
    stop();
    keys++;
    LineupHandle over = content;
    var question = new Question(text.get(), group);
    if (over == null) {
      mistake.set(null);
      show(null, question, null);
      count.set("");
    } else if (question.isAll()) {
      mistake.set(null);
      show(over, question, null);
      count.set(texts.amount("channels", over.size()));
    } else {
      var next = new SearchingViewModel(over, question, window, this::hear);
      now = next;
      searching.set(true);
      next.start(background);
    }
  }

  private void hear(SearchingViewModel search, SearchingViewModel.News news) {
    if (now != search) {
      return;
    }
    switch (news) {
      case SearchingViewModel.News.More() -> take(search);
      case SearchingViewModel.News.All() -> {
        take(search);
        end();
      }
      case SearchingViewModel.News.Mistaken(RuleSyntaxException e) -> {
        end();
        mistake.set(new SearchMistake(texts.get("mistake", e.column(), e.found(), e.expected()),
            e.suggestion().orElse(""), e.from(), e.to()));
      }
      case SearchingViewModel.News.Failed(Throwable why) -> {
        end();
        unreadable.accept(why instanceof PipelineException e ? e : new PipelineException(
            PipelineException.Kind.INTERNAL, texts.get("about.lineup"), texts.get("fault"), texts.get("advice.fault"),
            why));
      }
    }
  }

  private void take(SearchingViewModel search) {
    Hits hits = search.hits();
    search.take();
    mistake.set(null);
    RowsViewModel showing = rows.get();
    if (showing != null && showing.isOf(hits)) {
      showing.grow();
    } else {
      show(search.over(), search.question(), hits);
    }
    count.set(texts.get("count", Amounts.count(hits.size()), Amounts.count(search.over().size())));
  }

  private void show(@Nullable LineupHandle of, Question question, @Nullable Hits hits) {
    LineupHandle before = shown;
    shown = of;
    rows.set(of == null ? null : new RowsViewModel(of, question, texts, hits, background, window, e -> {
      // Rows that are gone may have been on their way to a file that is closed by now.
      if (of.isThe(shown)) {
        unreadable.accept(e);
      }
    }));
    if (before != null && !before.isThe(of)) {
      background.execute(before.closing());
    }
  }

  /// What is searched for. Immutable.
  ///
  /// @param text  plain words or an expression, blank for all
  /// @param group in which group, empty for all
  record Question(String text, Optional<String> group) {

    boolean isAll() {
      return text.isBlank() && group.isEmpty();
    }
  }
}
