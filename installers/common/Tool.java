import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A tool of the JDK that this program runs on, such as jlink. Immutable.
///
/// @param program where it lies
record Tool(Path program) {

  /// The tool of that name; it may be missing, see [#isThere].
  static Tool named(String name) {
    return new Tool(Path.of(System.getProperty("java.home"), "bin", Common.WINDOWS ? name + ".exe" : name));
  }

  boolean isThere() {
    return Files.isExecutable(program);
  }

  /// Runs it, and says what it says only where it fails.
  ///
  /// @throws IllegalStateException if it fails, with all that it said
  String run(List<String> words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(words);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(program.getFileName() + " ended with " + exitCode + " and said:\n" + said
          + "\nIt was: " + String.join(" ", command));
    }
    return said;
  }
}
