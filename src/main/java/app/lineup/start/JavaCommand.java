package app.lineup.start;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts the program once more, on the same java and with the same modules. Immutable.
///
/// @param java    the java program
/// @param modules the options by which it finds the modules; none where it has them in itself
/// @param module  the module of the program
record JavaCommand(Path java, List<String> modules, String module) {

  /// The class that is started, unless another is to be.
  static final String LAUNCHER = "app.lineup.Launcher";

  JavaCommand {
    modules = List.copyOf(modules);
  }

  /// What this process runs on.
  static JavaCommand ofThisProcess() {
    // Absolute, since what is started may be started elsewhere.
    String path = Stream.of(System.getProperty("jdk.module.path", "").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty()).map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
    return new JavaCommand(Path.of(System.getProperty("java.home", ""), "bin", "java"),
        path.isEmpty() ? List.of() : List.of("-p", path), JavaCommand.class.getModule().getName());
  }

  /// The words of a start.
  ///
  /// @param options what the JVM is told beside that
  /// @param main    the class that is started
  /// @param words   what it is told
  List<String> words(List<String> options, String main, List<String> words) {
    var all = new ArrayList<String>();
    all.add(java.toString());
    all.addAll(options);
    all.addAll(modules);
    all.addAll(List.of("-m", module + "/" + main));
    all.addAll(words);
    return all;
  }
}
