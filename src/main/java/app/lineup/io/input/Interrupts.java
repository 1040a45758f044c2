package app.lineup.io.input;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/// What an interrupt makes of a read that waits. Thread-safe: no state.
public final class Interrupts {

  private Interrupts() {}

  /// The cancelling that `why` stands for. The thread's flag, which such a read leaves set, is cleared.
  public static InterruptedException cancelled(IOException why) {
    boolean _ = Thread.interrupted();
    var cancelled = new InterruptedException("cancelled while a list was read");
    cancelled.initCause(why);
    return cancelled;
  }

  /// What an interrupt makes of a read that would go on; the thread's flag is set again.
  static ClosedByInterruptException whileReading() {
    Thread.currentThread().interrupt();
    return new ClosedByInterruptException();
  }
}
