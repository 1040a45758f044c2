package app.lineup.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts the program once more, on the same java and with the same modules. Immutable.
///
/// @param java    the java program
/// @param modules the options by which it finds the modules; none where it has them in itself
/// @param main    `<module>/<class>` of the program
record JavaCommand(Path java, List<String> modules, String main) {

  private static final String MAIN_CLASS = "app.lineup.Launcher";

  JavaCommand {
    modules = List.copyOf(modules);
  }

  /// What this process runs on.
  static JavaCommand ofThisProcess() {
    String path = System.getProperty("jdk.module.path", "");
    return new JavaCommand(Path.of(System.getProperty("java.home", ""), "bin", "java"),
        path.isEmpty() ? List.of() : List.of("-p", path), JavaCommand.class.getModule().getName() + "/" + MAIN_CLASS);
  }

  /// The words of a start.
  ///
  /// @param options what the JVM is told beside that
  /// @param words   what the program is told
  List<String> words(List<String> options, List<String> words) {
    var all = new ArrayList<String>();
    all.add(java.toString());
    all.addAll(options);
    all.addAll(modules);
    all.addAll(List.of("-m", main));
    all.addAll(words);
    return all;
  }
}
