import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Puts the program together below `target/lineup`, so that it can be started from the build: `bin`, `lib`, and the
/// cache that makes it start quickly.
///
/// Run by the build as `java Assemble.java <project folder> <our jar> <module>/<class> <class path>`. It is Java and
/// not shell so that it works wherever the build does; the JDK that the build chose is the one it runs on.
final class Assemble {

  private static final long TRAINING_SECONDS = 120;

  private final Path common;
  private final Path home;
  private final String main;
  private final String javaHome = System.getProperty("java.home");

  private Assemble(Path project, String main) {
    this.common = project.resolve("installers", "common");
    this.home = project.resolve("target", "lineup");
    this.main = main;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var assemble = new Assemble(Path.of(args[0]), args[2]);
    // The cache holds classes of the jars as they were: it goes before they change.
    Files.deleteIfExists(assemble.cache());
    assemble.fillLib(Path.of(args[1]), args[3]);
    assemble.writeScript("lineup", "\n", Assemble::quotedForSh);
    assemble.writeScript("lineup.cmd", "\r\n", text -> text);
    assemble.train();
  }

  /// Our jar and every jar of the class path, and nothing that an earlier build left. JavaFX comes in pairs, of which
  /// the one without a system's name is empty.
  private void fillLib(Path ourJar, String classPath) throws IOException {
    Path lib = home.resolve("lib");
    deleteTree(lib);
    Files.createDirectories(lib);
    var jars = new ArrayList<Path>(List.of(ourJar));
    Stream.of(classPath.split(File.pathSeparator)).filter(entry -> entry.endsWith(".jar")).map(Path::of)
        .filter(jar -> !jar.equals(ourJar) && !isEmptyHalf(jar)).forEach(jars::add);
    for (Path jar : jars) {
      Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static boolean isEmptyHalf(Path jar) {
    return jar.getFileName().toString().matches("javafx-[a-z]+-[0-9.]+\\.jar");
  }

  private void writeScript(String name, String lineEnd, UnaryOperator<String> quoted) throws IOException {
    String text = Files.readString(common.resolve(name + ".in"))
        .replace("@java.home@", quoted.apply(javaHome))
        .replace("@jvm.options@", String.join(" ", options()))
        .replace("@window.options@", String.join(" ", lines("window.options")))
        .replace("@main@", main);
    Path script = home.resolve("bin", name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, text.replace("\n", lineEnd));
    if (!script.toFile().setExecutable(true, false)) {
      throw new IOException("cannot make executable: " + script);
    }
  }

  /// Runs the program once as `training.txt` says and has the JVM keep the classes and methods that the run needed.
  /// A cache is only a matter of speed, so where it cannot be made the build goes on.
  private void train() throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("lineup-training");
    Path said = scratch.resolve("said.txt");
    var command = new ArrayList<>(List.of(Path.of(javaHome, "bin", "java").toString()));
    command.addAll(options());
    command.addAll(List.of("-XX:AOTCacheOutput=" + cache(), "-p", home.resolve("lib").toString(), "-m", main));
    for (String word : lines("training.txt")) {
      command.add(word.replace("@scratch@", scratch.toString()));
    }
    Process training = new ProcessBuilder(command).directory(common.getParent().getParent().toFile())
        .redirectErrorStream(true).redirectOutput(said.toFile()).redirectInput(ProcessBuilder.Redirect.PIPE).start();
    training.getOutputStream().close();
    boolean ended = training.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      training.destroyForcibly().waitFor();
    }
    if (!ended || training.exitValue() != 0 || !Files.exists(cache())) {
      Files.deleteIfExists(cache());
      System.out.println("[WARNING] No cache for a quick start was made; the program works without.");
      System.out.println("[WARNING] The training run said:");
      System.out.println(Files.readString(said, StandardCharsets.UTF_8).strip());
    }
    deleteTree(scratch);
  }

  private Path cache() {
    return home.resolve("lineup.aot");
  }

  private List<String> options() throws IOException {
    return lines("jvm.options");
  }

  /// The lines of a file beside this one that are neither blank nor a remark.
  private List<String> lines(String file) throws IOException {
    try (Stream<String> lines = Files.lines(common.resolve(file))) {
      return lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }
  }

  private static String quotedForSh(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static void deleteTree(Path root) throws IOException {
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
