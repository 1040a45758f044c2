package app.lineup.provider.input;

import java.io.IOException;

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
}
