package app.lineup.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A folder with the program in it, as the build put it together or a copy of that; and a user who starts it.
///
/// @param home    the folder
/// @param data    where that user's data lies
/// @param options what that user adds to the JVM's options
record ProgramFolder(Path home, Path data, String options) {

  /// The JVM ends where it cannot use the cache.
  static final String STRICT = "-XX:AOTMode=on";

  /// The one in the build.
  static ProgramFolder built(Path data) {
    return new ProgramFolder(Path.of("target", "lineup").toAbsolutePath(), data, "");
  }

  /// Whether it brings its own java. Where the JDK cannot link one, it does not, and has to stay where it is.
  boolean isLinked() {
    return Files.isDirectory(home.resolve("runtime"));
  }

  ProgramFolder with(String other) {
    return new ProgramFolder(home, data, other);
  }

  ProgramFolder at(Path other) {
    return new ProgramFolder(other, data, options);
  }

  /// A copy whose files are as old as the copying, as many programs make them.
  ProgramFolder copiedTo(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(home)) {
      for (Path path : tree.toList()) {
        Path copy = folder.resolve(home.relativize(path));
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
    return at(folder);
  }

  /// What a command says; it has to succeed.
  String says(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(home.resolve("bin").resolve("lineup").toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LINEUP_JAVA"));
    builder.environment().put("LINEUP_OPTS", options);
    builder.environment().put("XDG_DATA_HOME", data.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
