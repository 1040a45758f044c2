package app.lineup.library.file;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Takes the newest state of things without waiting, and has it written a little later. While one write waits, what
/// comes joins it, and the newest state wins. Thread-safe.
public final class WriteBehind {

  private final Library library;
  private final Executor later;
  private final Consumer<LibraryException> failed;
  private Unwritten waiting = Unwritten.NOTHING;
  private boolean asked;

  /// @param later  where the library is used, after as long as suits; one at a time
  /// @param failed is told why something could not be written; it is tried again with the next change
  public WriteBehind(Library library, Executor later, Consumer<LibraryException> failed) {
    this.library = library;
    this.later = later;
    this.failed = failed;
  }

  /// Has all sources written, in their order.
  public void sources(List<KeptSource> all) {
    add(Unwritten.ofSources(all));
  }

  /// Has all rules and filters written, in their order.
  public void rules(List<KeptRule> all) {
    add(Unwritten.ofRules(all));
  }

  public void preference(String name, String value) {
    add(Unwritten.ofPreference(name, value));
  }

  private void add(Unwritten changed) {
    synchronized (this) {
      waiting = waiting.and(changed);
      if (asked) {
        return;
      }
      asked = true;
    }
    later.execute(this::flush);
  }

  /// Writes what waits now; only on the library's thread.
  public void flush() {
    Unwritten now;
    synchronized (this) {
      now = waiting;
      waiting = Unwritten.NOTHING;
      asked = false;
    }
    if (now.isNothing()) {
      return;
    }
    try {
      library.keep(now);
    } catch (LibraryException e) {
      synchronized (this) {
        waiting = now.and(waiting);
      }
      failed.accept(e);
    }
  }
}
