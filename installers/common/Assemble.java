import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Puts the program together below `target/lineup`, so that it can be started from the build: `bin`, `lib`, and the
/// caches that make it start quickly.
///
/// Run by the build as `java Assemble.java <project folder> <our jar> <module>/<class> <class path>`. It is Java and
/// not shell so that it works wherever the build does; the JDK that the build chose is the one it runs on.
final class Assemble {

  private Assemble() {}

  public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
    var common = new Common(Path.of(args[0]), args[2]);
    Path home = common.project().resolve("target", "lineup");
    Path lib = home.resolve("lib");
    // The caches hold classes of the jars as they were: they go before these change.
    Path terminal = home.resolve("lineup.aot");
    Path window = home.resolve("window.aot");
    Files.deleteIfExists(terminal);
    Files.deleteIfExists(window);
    fill(lib, Path.of(args[1]), args[3]);
    common.writeScriptsOfBuild(home.resolve("bin"));

    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var cache = new StartCache(common, java, List.of("-p", lib.toString()));
    List<Callable<Void>> trainings = List.of(
        () -> {
          cache.trainTerminal(terminal);
          return null;
        },
        () -> {
          cache.trainWindow(window);
          return null;
        });
    try (ExecutorService together = Executors.newFixedThreadPool(trainings.size())) {
      for (Future<Void> training : together.invokeAll(trainings)) {
        training.get();
      }
    }
  }

  /// Our jar and every jar of the class path, and nothing that an earlier build left.
  private static void fill(Path lib, Path ourJar, String classPath) throws IOException {
    Common.deleteTree(lib);
    Files.createDirectories(lib);
    var jars = new ArrayList<Path>(List.of(ourJar));
    Stream.of(classPath.split(File.pathSeparator)).filter(entry -> entry.endsWith(".jar")).map(Path::of)
        .filter(jar -> !jar.equals(ourJar) && !Common.isEmptyHalf(jar)).forEach(jars::add);
    for (Path jar : jars) {
      Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
