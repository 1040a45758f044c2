package app.lineup;

import app.lineup.boot.WindowOrder;
import java.util.ArrayList;

/// What the start cache of commands is made of: several commands in one process, one after the other, so that whatever
/// one of them needs at its start is in the cache.
public final class Rehearsal {

  /// Stands behind each command.
  private static final String END = ";";

  private Rehearsal() {}

  /// Runs the commands.
  ///
  /// @param args the words of all commands, each command with a `;` behind it
  public static void main(String[] args) {
    var command = new ArrayList<String>();
    for (String word : args) {
      if (word.equals(END)) {
        run(command.toArray(String[]::new));
        command.clear();
      } else {
        command.add(word);
      }
    }
  }

  /// As the launcher does it, which asks first whether the window is wanted.
  private static void run(String... words) {
    if (WindowOrder.of(words).isEmpty()) {
      Launcher.runCommand(words);
    }
  }
}
