package app.lineup.library.file;

import app.lineup.library.edits.EditStore;
import app.lineup.library.file.LibraryException.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The window's library and its thread: it is opened, written and closed there and nowhere else, and nobody interrupts
/// that thread, since the database would close its file. Thread-safe, but for [#open].
public final class LibraryThread implements AutoCloseable {

  /// So long changes are gathered: a burst of keys is one write, and this is all that a crash can cost.
  private static final Duration GATHERING = Duration.ofMillis(500);

  /// After this long, what could not be written is tried again: the user may have made room on the disk.
  private static final Duration NEXT_ATTEMPT = Duration.ofSeconds(5);

  /// Longer than a write takes; past it the disk is stuck, and the window must still close.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ExecutorService thread;
  private final Executor later;
  private final Executor again;
  private @Nullable LibraryFile library;
  private volatile @Nullable WriteBehind writes;

  /// How the library is opened.
  public enum Way {
    /// Only with all that was written.
    WHOLE,
    /// Also where it holds less than was written last.
    OLDER_TOO,
    /// Empty; what is there is kept aside.
    FRESH
  }

  /// @param thread one thread, which runs what it was given before its shutdown; closed with this
  public LibraryThread(ExecutorService thread) {
    this.thread = thread;
    later = CompletableFuture.delayedExecutor(GATHERING.toMillis(), TimeUnit.MILLISECONDS, thread);
    again = CompletableFuture.delayedExecutor(NEXT_ATTEMPT.toMillis(), TimeUnit.MILLISECONDS, thread);
  }

  /// The thread.
  public Executor executor() {
    return thread;
  }

  /// Makes what has to be there before the library is opened.
  @FunctionalInterface
  public interface Preparation {

    /// Makes the folders, and what else lies beside the library.
    void make() throws IOException;
  }

  /// Opens the library; only on its thread.
  ///
  /// @param folder where the library lies
  /// @param told   is told later why something could not be written, and null when it was written after all
  public OpenedLibrary open(Path folder, Preparation preparation, Way way,
      Consumer<@Nullable LibraryException> told) throws LibraryException {
    try {
      preparation.make();
    } catch (IOException e) {
      throw new LibraryException(Trouble.NO_FOLDER, folder, e);
    }
    Optional<Path> aside =
        way == Way.FRESH ? Optional.of(Quarantine.move(folder, LocalDateTime.now(ZoneId.systemDefault())))
        : Optional.empty();
    var opened = LibraryFile.open(folder, way == Way.OLDER_TOO);
    EditStore edits = edits(opened, folder);
    var behind = new WriteBehind(opened, later, again, told);
    library = opened;
    writes = behind;
    return new OpenedLibrary(opened.opened(), edits, behind, aside);
  }

  private static EditStore edits(LibraryFile opened, Path folder) throws LibraryException {
    try {
      return new EditStore(opened.opened().edits());
    } catch (IllegalArgumentException e) {
      opened.close();
      throw new LibraryException(Trouble.DAMAGED, LibraryFile.file(folder), e);
    }
  }

  /// Whether all that was changed is on the disk.
  public boolean isWritten() {
    WriteBehind now = writes;
    return now == null || now.isWritten();
  }

  private void closeNow() {
    LibraryFile open = library;
    if (writes != null) {
      writes.flush();
    }
    if (open != null) {
      try {
        open.close();
      } catch (LibraryException e) {
        System.getLogger(LibraryThread.class.getName())
            .log(System.Logger.Level.WARNING, "the library did not close", e);
      }
    }
  }

  /// Writes what waits and closes the library, behind all that was asked of its thread before.
  @Override
  public void close() {
    if (thread.isShutdown()) {
      return;
    }
    thread.execute(this::closeNow);
    thread.shutdown();
    boolean interrupted = false;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!thread.isTerminated() && System.nanoTime() < end) {
      try {
        if (!thread.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          System.getLogger(LibraryThread.class.getName()).log(System.Logger.Level.WARNING, "the library is stuck");
        }
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
