package app.lineup.gui.publish.model;

import app.lineup.pipeline.output.KeptPlaylist;
import app.lineup.problem.PipelineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// One saving of a playlist, on a thread that is not the window's. Thread-safe.
final class SavingViewModel {

  private final Order order;
  private final Predicate<Path> replaceable;
  private final SaveViewModel.Copy copy;
  private final BiConsumer<SavingViewModel, Ending> ended;
  private final AtomicLong copied = new AtomicLong();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final FutureTask<?> work = new FutureTask<>(this::run, "done");

  /// What is to be saved where; `mayReplace` if another file may be there, which then is lost.
  record Order(KeptPlaylist kept, Path to, boolean mayReplace) {}

  /// How a saving came to its end.
  sealed interface Ending {

    /// So many bytes are where they were to be.
    record Saved(long bytes) implements Ending {}

    /// Another file is there, and nobody said that it may be replaced.
    record Occupied() implements Ending {}

    record Cancelled() implements Ending {}

    record Failed(Throwable why) implements Ending {}
  }

  /// @param replaceable which files may be replaced without a question
  /// @param ended       is told the end, on any thread; it may be told that of a cancelled saving twice
  SavingViewModel(Order order, Predicate<Path> replaceable, SaveViewModel.Copy copy,
      BiConsumer<SavingViewModel, Ending> ended) {
    this.order = order;
    this.replaceable = replaceable;
    this.copy = copy;
    this.ended = ended;
  }

  Order order() {
    return order;
  }

  void start(Executor background) {
    background.execute(work);
  }

  private void run() {
    begun.set(true);
    ended.accept(this, save());
  }

  private Ending save() {
    try {
      if (!order.mayReplace() && Files.isRegularFile(order.to()) && !replaceable.test(order.to())) {
        return new Ending.Occupied();
      }
      return new Ending.Saved(copy.copy(order.kept().file(), order.to(), copied::set));
    } catch (InterruptedException _) {
      return new Ending.Cancelled();
    } catch (PipelineException | RuntimeException | Error e) {
      return new Ending.Failed(e);
    }
  }

  /// Stops it; what was there before stays.
  void cancel() {
    work.cancel(true);
    if (!begun.get()) {
      // Nothing else ends it.
      ended.accept(this, new Ending.Cancelled());
    }
  }

  /// How far it is, from 0 to 1.
  double progress() {
    return Math.min(1, (double) copied.get() / Math.max(1, order.kept().bytes()));
  }
}
