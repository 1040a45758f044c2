package app.lineup.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A file of the repository that people read. Immutable.
///
/// @param path relative to the repository, with `/` between its parts
/// @param text what stands in it
record RepositoryText(String path, String text) {

  private static final Set<String> TOP =
      Set.of(".ci", ".github", "installers", "resources", "src", "CHANGELOG.md", "README.md", "jlink.properties",
          "pom.xml");
  private static final Set<String> KINDS = Set.of(
      "cmd", "control", "css", "fxml", "in", "java", "json", "md", "options", "properties", "run", "sh", "sql", "xml",
      "yml");

  /// All of them.
  static List<RepositoryText> all() throws IOException {
    List<RepositoryText> all = new ArrayList<>();
    for (String top : TOP) {
      try (Stream<Path> files = Files.walk(Path.of(top))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String path = file.toString().replace('\\', '/');
          if (isText(path)) {
            all.add(new RepositoryText(path, Files.readString(file, StandardCharsets.UTF_8)));
          }
        }
      }
    }
    return all.stream().sorted(Comparator.comparing(RepositoryText::path)).toList();
  }

  private static boolean isText(String path) {
    return KINDS.contains(path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1));
  }

  /// Whether it is a page and no code.
  boolean isPage() {
    return path.endsWith(".md");
  }

  /// Whether it is a test, this package's aside.
  boolean isTest() {
    return path.startsWith("src/test/") && !path.contains("/docs/");
  }
}
