package app.lineup.start;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Makes start caches: the program runs once, in a process of its own, and the JVM keeps the classes which that run
/// needed. Nothing of the user's is read or changed. Immutable.
///
/// @param program what is started
record Training(JavaCommand program) {

  /// Far longer than any training takes, for a process that hangs.
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  /// What comes right after the first frame, such as reading what was kept, belongs to the start.
  private static final Duration SETTLING = Duration.ofSeconds(2);
  /// What JavaFX prints when the window has been drawn for the first time, if it is asked to.
  private static final String FIRST_FRAME = "PULSE: 1 ";
  private static final String SAMPLE = "sample.m3u";

  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
  /// Without a screen, so that none is needed. On Windows a program is asked to end through its window, so that there
  /// has to be a real one.
  private static final List<String> NO_SCREEN =
      WINDOWS ? List.of() : List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

  /// Makes `cache` as `file`, which is replaced.
  ///
  /// @throws PipelineException if the run gave no cache, with what it said
  void make(StartCache cache, Path file) throws PipelineException, IOException, InterruptedException {
    Files.deleteIfExists(file);
    Path folder = Files.createTempDirectory("lineup-training");
    try {
      String said = run(cache, file, folder);
      if (!Files.exists(file)) {
        throw new PipelineException(Kind.EXTERNAL, file.toString(),
            "no start cache came of a training run" + (said.isBlank() ? "" : ", which said: " + said.strip()),
            "The program works without, it only starts more slowly.");
      }
    } finally {
      deleteTree(folder);
    }
  }

  private String run(StartCache cache, Path file, Path folder) throws IOException, InterruptedException {
    var options = new ArrayList<>(cache.options());
    options.addAll(WordList.named("training.options"));
    options.add("-XX:AOTCacheOutput=" + file.toAbsolutePath());
    options.add("-Duser.home=" + folder);
    return switch (cache) {
      case TERMINAL -> {
        layOutSample(folder);
        List<String> words = WordList.named("training.txt").stream()
            .map(word -> word.replace("@folder@", folder.toString())).toList();
        yield watched(folder, program.words(options, cache.trainedBy(), words), Training::readAll);
      }
      case WINDOW -> {
        options.addAll(NO_SCREEN);
        options.add("-Djavafx.pulseLogger=true");
        yield watched(folder, program.words(options, cache.trainedBy(), List.of()), Training::endAfterFirstFrame);
      }
    };
  }

  private static void layOutSample(Path folder) throws IOException {
    try (InputStream sample = Training.class.getResourceAsStream("/app/lineup/sample/" + SAMPLE)) {
      if (sample == null) {
        throw new IllegalStateException("the program lacks its sample");
      }
      Files.copy(sample, folder.resolve(SAMPLE));
      // As with most runs, an older playlist is there already.
      Files.copy(folder.resolve(SAMPLE), folder.resolve("out.m3u"));
    }
  }

  private static String watched(Path folder, List<String> command, Watch watch)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    builder.environment().put("LOCALAPPDATA", folder.toString());
    Process training = builder.start();
    try {
      training.getOutputStream().close();
      CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).execute(training::destroyForcibly);
      String said = watch.of(training);
      training.waitFor();
      return said;
    } finally {
      training.destroyForcibly();
    }
  }

  private static String readAll(Process training) throws IOException {
    return new String(training.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String endAfterFirstFrame(Process training) throws IOException, InterruptedException {
    var said = new StringBuilder();
    try (BufferedReader lines = training.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith(FIRST_FRAME)) {
          Thread.sleep(SETTLING);
          askToEnd(training);
        }
      }
    }
    return said.toString();
  }

  /// Lets the program end in good order: only then is the cache written.
  private static void askToEnd(Process training) throws IOException {
    if (WINDOWS) {
      new ProcessBuilder("taskkill", "/PID", Long.toString(training.pid())).start();
    } else {
      // By its handle: the process itself would close what it still says.
      training.toHandle().destroy();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    List<Path> tree;
    try (var paths = Files.walk(root)) {
      tree = paths.toList();
    }
    for (Path path : tree.reversed()) {
      Files.deleteIfExists(path);
    }
  }

  /// What is done with a training run while it lasts; gives what it said.
  private interface Watch {
    String of(Process training) throws IOException, InterruptedException;
  }
}
