import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The licences of all that is shipped, and the list of its parts. Immutable.
///
/// @param project the project's folder
record Notices(Path project) {

  private static final String LICENCE = "(META-INF/)?[^/]*(LICEN[SC]E|NOTICE)[^/]*";

  /// Fills the folder `legal` below `home`: our licence, a folder for each jar with the texts that it brings or that
  /// `licences/parts` names for it, and the parts list that Maven made. The JDK's own texts lie in its `legal`.
  ///
  /// @throws IllegalStateException if a jar has no licence: nothing may be shipped without one
  void write(Path home, List<Path> jars) throws IOException {
    Path legal = home.resolve("legal");
    Common.deleteTree(legal);
    Files.createDirectories(legal);
    Files.copy(project.resolve("LICENSE"), legal.resolve("LICENSE"));
    Path parts = project.resolve("target", "bom.json");
    if (Files.exists(parts)) {
      Files.copy(parts, legal.resolve(parts.getFileName()));
    }
    // The first jar is the program itself.
    for (Path jar : jars.subList(1, jars.size())) {
      String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      Path folder = Files.createDirectories(legal.resolve(name));
      if (!own(jar, folder)) {
        Path text = given(name);
        Files.copy(text, folder.resolve(text.getFileName()));
      }
    }
  }

  private static boolean own(Path jar, Path folder) throws IOException {
    boolean found = false;
    try (var zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(one -> one.getName().matches(LICENCE)).toList()) {
        Path text = folder.resolve(entry.getName().substring(entry.getName().lastIndexOf('/') + 1));
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, text, StandardCopyOption.REPLACE_EXISTING);
        }
        found |= entry.getName().contains("LICEN");
      }
    }
    return found;
  }

  private Path given(String name) throws IOException {
    Path licences = project.resolve("installers", "common", "licences");
    for (String line : Common.linesOf(licences.resolve("parts"))) {
      String[] words = line.split(" ");
      if (name.startsWith(words[0] + "-")) {
        return licences.resolve(words[1]);
      }
    }
    throw new IllegalStateException(name + " brings no licence. Name one in installers/common/licences/parts.");
  }
}
