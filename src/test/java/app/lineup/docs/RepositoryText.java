package app.lineup.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A file of the repository that people read. Immutable.
///
/// @param path relative to the repository, with `/` between its parts
/// @param text what stands in it
record RepositoryText(String path, String text) {

  private static final Path HERE = Path.of("");
  private static final Set<String> TOP =
      Set.of(".ci", ".github", "installers", "resources", "src", "CHANGELOG.md", "README.md", "jlink.properties", "pom.xml");
  private static final Set<String> KINDS = Set.of(
      "cmd", "control", "css", "fxml", "in", "java", "json", "md", "options", "properties", "run", "sh", "sql", "xml", "yml");

  /// All of them.
  static List<RepositoryText> all() throws IOException {
    try (Stream<Path> files = TOP.stream().map(HERE::resolve).flatMap(RepositoryText::below)) {
      return files.map(Path::toString).map(path -> path.replace('\\', '/')).filter(RepositoryText::isText).sorted()
          .map(path -> new RepositoryText(path, read(Path.of(path)))).toList();
    }
  }

  private static Stream<Path> below(Path folder) {
    try {
      return Files.walk(folder).filter(Files::isRegularFile);
    } catch (IOException e) {
      throw new IllegalStateException(folder + " cannot be read", e);
    }
  }

  private static boolean isText(String path) {
    return KINDS.contains(path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  /// Whether it is a page and no code.
  boolean isPage() {
    return path.endsWith(".md");
  }

  /// Whether it is a test, this package's aside.
  boolean isTest() {
    return path.startsWith("src/test/") && !path.contains("/docs/");
  }

  /// Its lines, the first one first.
  List<String> linesOfText() {
    return text.lines().toList();
  }
}
