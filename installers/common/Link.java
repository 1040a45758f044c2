import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// Makes a runtime with the program in it: a java that needs no other, and whose start caches are valid wherever it
/// lies.
final class Link {

  /// For whom a runtime is made; they differ in the size of what is made and in how long that takes.
  enum For {
    /// Whoever builds it: made quickly, and a stack trace names its lines.
    BUILD("jlink.options.build"),
    /// Whoever downloads it.
    INSTALLER("jlink.options.installer");

    private final String options;

    For(String options) {
      this.options = options;
    }
  }

  private Link() {}

  /// What this JDK lacks to link with, in words for whoever builds; empty where it can.
  static Optional<String> missing() throws IOException, InterruptedException {
    Tool jlink = Tool.named("jlink");
    for (Tool tool : List.of(jlink, Tool.named("jmod"))) {
      if (!tool.isThere()) {
        return Optional.of("It has no " + tool.program().getFileName() + ".");
      }
    }
    boolean hasModules = Files.isDirectory(Path.of(System.getProperty("java.home"), "jmods"));
    return hasModules || linksFromItsImage(jlink) ? Optional.empty()
        : Optional.of("It has no folder jmods, and was not made to link without it.");
  }

  private static boolean linksFromItsImage(Tool jlink) throws IOException, InterruptedException {
    return jlink.run(List.of("-J-Duser.language=en", "--help")).contains("Linking from run-time image enabled");
  }

  /// Links into `out`, which must not exist.
  ///
  /// @throws IllegalStateException if jlink fails, with what it said
  static void link(Path project, Modules modules, For whom, Path out) throws IOException, InterruptedException {
    var properties = new Properties();
    try (Reader text = Files.newBufferedReader(project.resolve("jlink.properties"))) {
      properties.load(text);
    }
    List<String> path = modules.withNativesApart().stream().map(Path::toString).toList();
    var words = new ArrayList<>(List.of(properties.getProperty(whom.options).split(" ")));
    words.addAll(List.of("--include-locales", properties.getProperty("jlink.locales")));
    words.addAll(List.of("--add-modules", properties.getProperty("jlink.add.modules")));
    words.addAll(List.of("--module-path", String.join(File.pathSeparator, path)));
    words.addAll(List.of("--output", out.toString()));
    Tool.named("jlink").run(words);
  }
}
