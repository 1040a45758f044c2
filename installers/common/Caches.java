import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Has the program make its start caches, see its package `app.lineup.start`. A cache is only a matter of speed, so
/// where one cannot be made the build says so and goes on. Immutable.
///
/// @param java    the java that will start the program
/// @param modules the options by which that java finds the program's modules
record Caches(Path java, List<String> modules) {

  /// Makes all of them in `folder`, at the same time.
  void make(Path folder) throws InterruptedException, ExecutionException {
    List<Callable<Void>> trainings = List.of(
        () -> make("TERMINAL", folder.resolve("lineup.aot")),
        () -> make("WINDOW", folder.resolve("window.aot")));
    try (ExecutorService together = Executors.newFixedThreadPool(trainings.size())) {
      for (Future<Void> training : together.invokeAll(trainings)) {
        training.get();
      }
    }
  }

  private Void make(String which, Path file) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    words.addAll(modules);
    words.addAll(List.of("-m", "app.lineup/app.lineup.start.MakeCache", which, file.toAbsolutePath().toString()));
    try {
      new Tool(java).run(words);
    } catch (IllegalStateException e) {
      System.out.println(
          "[WARNING] " + file.getFileName() + " was not made; the program works without, and starts more slowly.");
      System.out.println("[WARNING] " + e.getMessage());
    }
    return null;
  }
}
