package app.lineup;

import app.lineup.boot.NoWindowException;
import app.lineup.boot.WindowOrder;
import app.lineup.boot.WindowWiring;
import app.lineup.boot.Wiring;
import app.lineup.cli.output.Terminal;

/// Where the program starts.
public final class Launcher {

  private static final int INTERNAL = 3;
  private static final int NO_WINDOW = 1;

  private Launcher() {}

  /// Opens the window where nothing was typed but perhaps a data folder, else runs the command that was; ends with its
  /// exit code.
  public static void main(String[] args) {
    int exitCode = INTERNAL;
    try {
      var order = WindowOrder.of(args);
      if (order.isEmpty()) {
        exitCode = runCommand(args);
        if (exitCode == 0 && nothingElseRuns()) {
          // By itself the JVM ends the same way, without the logger that System.exit looks for first.
          return;
        }
      } else {
        exitCode = openWindow(order.get());
      }
    } catch (Throwable e) {
      // Not even the commands could be put together, so that nobody but the JVM's own stream is left to say it.
      System.err.println("lineup: the program could not start: " + e);
    }
    System.exit(exitCode);
  }

  static int runCommand(String... words) {
    return Wiring.run(Terminal.ofSystem(), words);
  }

  /// Whether no thread would keep the JVM alive when this one has ended.
  private static boolean nothingElseRuns() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    var threads = new Thread[group.activeCount() + 1];
    int count = group.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (threads[i] != Thread.currentThread() && !threads[i].isDaemon()) {
        return false;
      }
    }
    // Where there is no room for more, there may be more.
    return count < threads.length;
  }

  private static int openWindow(WindowOrder order) throws InterruptedException {
    try {
      WindowWiring.open(order);
      return 0;
    } catch (NoWindowException e) {
      System.err.println("lineup: " + e.getMessage());
      return NO_WINDOW;
    }
  }
}
