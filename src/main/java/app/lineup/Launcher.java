package app.lineup;

import app.lineup.boot.Wiring;
import app.lineup.cli.Terminal;

/// Where the program starts.
public final class Launcher {

  private static final int INTERNAL = 3;

  private Launcher() {}

  /// Runs the command that was typed and ends with its exit code.
  public static void main(String[] args) {
    int exitCode = INTERNAL;
    try {
      exitCode = Wiring.run(Terminal.ofSystem(), args);
    } catch (Throwable e) {
      // Not even the commands could be put together, so that nobody but the JVM's own stream is left to say it.
      System.err.println("lineup: the program could not start: " + e);
    }
    System.exit(exitCode);
  }
}
