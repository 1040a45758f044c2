package app.lineup.gui.channels.model;

import java.time.Duration;

/// Does work on the window's thread after a while, so that what comes in quick succession is waited for.
@FunctionalInterface
public interface Debouncer {
  void run(Duration after, Runnable work);
}
