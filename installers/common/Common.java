import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What lies in this folder, filled in. Immutable.
///
/// @param project the project's folder
/// @param main    `<module>/<class>` of the program
/// @param build   tells this build from others, in letters and digits
record Common(Path project, String main, String build) {

  static final boolean WINDOWS = osIs("windows");
  static final boolean MAC = osIs("mac");

  /// Where a user's data lies, as a start script of the shell says it; see `AppPaths` of the program.
  private static final String DATA = MAC ? "$HOME/Library/Application Support/Lineup" : "$HOME/.local/share/lineup";

  private static final Pattern ONLY_WITH_JARS =
      Pattern.compile("(?m)^(?:#|rem) \\[with jars\\R(?:.*\\R)*?(?:#|rem) with jars\\]\\R");

  private static boolean osIs(String word) {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains(word);
  }

  Path folder() {
    return project.resolve("installers", "common");
  }

  /// The lines of a file beside this one that are neither blank nor a remark.
  List<String> lines(String file) throws IOException {
    return linesOf(folder().resolve(file));
  }

  static List<String> linesOf(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }
  }

  /// Writes both start scripts into `bin`, for a program of jars in the folder `lib` beside it.
  void writeScriptsOfJars(Path bin) throws IOException {
    String java = System.getProperty("java.home");
    writeScripts(bin, script -> script
        .replace("@java@", "'" + java.replace("'", "'\\''") + "/bin/java'")
        .replace("@java.exe@", java + "\\bin\\java.exe")
        .replace("@sh.modules@", "-p \"$home/lib\"")
        .replace("@cmd.modules@", "-p \"%HOME_DIR%\\lib\""));
  }

  /// Writes both start scripts into `bin`, for a program that brings its own java, which has the modules in it.
  ///
  /// @param java where that is, seen from the folder above `bin`
  void writeScriptsOfImage(Path bin, String java) throws IOException {
    writeScripts(bin, script -> ONLY_WITH_JARS.matcher(script).replaceAll("")
        .replace("@java@", "$home/" + java)
        .replace("@java.exe@", "%HOME_DIR%\\" + java.replace('/', '\\') + ".exe")
        .replace("@sh.modules@ ", "")
        .replace("@cmd.modules@ ", ""));
  }

  private void writeScripts(Path bin, UnaryOperator<String> place) throws IOException {
    Files.createDirectories(bin);
    writeScript(bin.resolve("lineup"), "\n", place);
    writeScript(bin.resolve("lineup.cmd"), "\r\n", place);
  }

  private void writeScript(Path script, String lineEnd, UnaryOperator<String> place) throws IOException {
    String text = place.apply(Files.readString(folder().resolve(script.getFileName() + ".in")))
        .replace("@jvm.options@", String.join(" ", lines("jvm.options")))
        .replace("@window.options@", String.join(" ", lines("window.options")))
        .replace("@build@", build)
        .replace("@data@", DATA)
        .replace("@main@", main);
    Files.writeString(script, text.replace("\n", lineEnd));
    if (!script.toFile().setExecutable(true, false)) {
      throw new IOException("cannot make executable: " + script);
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      tree.sorted(Comparator.reverseOrder()).forEach(path -> {
        try {
          Files.delete(path);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }
}
