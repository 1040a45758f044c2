package app.lineup.gui.channels.model;

import app.lineup.problem.PipelineException;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/// One search, on a thread that is not the window's. What it finds crosses over in chunks; everything else is used by
/// the window's thread.
final class SearchingViewModel {

  private final LineupHandle over;
  private final SearchViewModel.Question question;
  private final Executor window;
  private final BiConsumer<SearchingViewModel, News> told;
  private final FutureTask<?> work = new FutureTask<>(this::run, "searched");
  private final Hits hits = new Hits();
  private final Queue<int[]> chunks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();

  /// What is heard of a search.
  sealed interface News {

    /// Something was found, for [#take] to take in.
    record More() implements News {}

    /// The same, and there is no more.
    record All() implements News {}

    /// The text cannot be understood.
    record Mistaken(RuleSyntaxException why) implements News {}

    record Failed(Throwable why) implements News {}
  }

  /// @param over   the lineup that is searched
  /// @param window carries work to the window's thread
  /// @param told   hears the news there; none of a search that was cancelled
  SearchingViewModel(LineupHandle over, SearchViewModel.Question question, Executor window,
      BiConsumer<SearchingViewModel, News> told) {
    this.over = over;
    this.question = question;
    this.window = window;
    this.told = told;
  }

  LineupHandle over() {
    return over;
  }

  SearchViewModel.Question question() {
    return question;
  }

  /// What was taken in so far.
  Hits hits() {
    return hits;
  }

  void start(Executor background) {
    background.execute(work);
  }

  void cancel() {
    work.cancel(true);
  }

  private void run() {
    try {
      over.search().search(question.text(), question.group(), (indexes, lookedAt) -> found(indexes));
      tell(new News.All());
    } catch (InterruptedException _) {
      // Whoever interrupted it shows something else.
    } catch (RuleSyntaxException e) {
      tell(new News.Mistaken(e));
    } catch (PipelineException | RuntimeException | Error e) {
      tell(new News.Failed(e));
    }
  }

  private void tell(News news) {
    window.execute(() -> told.accept(this, news));
  }

  /// However many chunks come, the window is woken once for all that it has not taken yet.
  private void found(int[] indexes) {
    if (indexes.length > 0) {
      chunks.add(indexes);
      if (woken.compareAndSet(false, true)) {
        tell(new News.More());
      }
    }
  }

  /// Takes in what was found since the last time.
  void take() {
    woken.set(false);
    for (int[] chunk = chunks.poll(); chunk != null; chunk = chunks.poll()) {
      hits.add(chunk);
    }
  }
}
