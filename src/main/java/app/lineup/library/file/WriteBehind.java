package app.lineup.library.file;

import app.lineup.library.Batch;
import app.lineup.library.Library;
import app.lineup.library.edits.EditPage;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes the newest state of the library without waiting, and has it written a little later. While one write waits,
/// what comes joins it. A write that fails is tried again, with all that came since, until it succeeds. Thread-safe.
public final class WriteBehind {

  private final LibraryFile file;
  private final Executor soon;
  private final Executor later;
  private final Consumer<@Nullable LibraryException> told;
  private Unwritten waiting = Unwritten.NOTHING;
  private boolean asked;
  private boolean writing;
  private boolean failing;

  /// @param soon  where the library is used, after as long as changes are gathered; one at a time
  /// @param later the same, after as long as one waits before the next attempt
  /// @param told  is told why something could not be written, and null when it is written after all
  public WriteBehind(LibraryFile file, Executor soon, Executor later, Consumer<@Nullable LibraryException> told) {
    this.file = file;
    this.soon = soon;
    this.later = later;
    this.told = told;
  }

  /// Has the library written.
  ///
  /// @param batches those that are new or in another state than before
  /// @param edits   the pages of edits that are new
  public void keep(Library library, Iterable<Batch> batches, List<EditPage> edits) {
    add(Unwritten.of(library, batches, edits));
  }

  /// Has a note written.
  public void note(String name, String value) {
    add(Unwritten.ofNote(name, value));
  }

  /// Whether nothing waits, and nothing is being written.
  public synchronized boolean isWritten() {
    return !asked && !writing && waiting.isNothing();
  }

  private void add(Unwritten changed) {
    synchronized (this) {
      waiting = waiting.and(changed);
      if (asked) {
        return;
      }
      asked = true;
    }
    soon.execute(this::flush);
  }

  /// Writes what waits now; only on the library's thread.
  public void flush() {
    Unwritten now;
    synchronized (this) {
      now = waiting;
      waiting = Unwritten.NOTHING;
      asked = false;
      writing = !now.isNothing();
    }
    if (now.isNothing()) {
      return;
    }
    try {
      file.write(now);
      written();
    } catch (LibraryException e) {
      failing = true;
      again(now);
      told.accept(e);
    }
  }

  private void written() {
    synchronized (this) {
      writing = false;
    }
    if (failing) {
      failing = false;
      told.accept(null);
    }
  }

  private void again(Unwritten unwritten) {
    synchronized (this) {
      waiting = unwritten.and(waiting);
      writing = false;
      if (asked) {
        return;
      }
      asked = true;
    }
    later.execute(this::flush);
  }
}
