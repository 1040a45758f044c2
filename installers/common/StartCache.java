import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Makes the caches that let the program start quickly: it runs once, and the JVM keeps the classes and methods which that
/// run needed. A cache is only a matter of speed, so where it cannot be made the build says so and goes on. Immutable.
///
/// @param common  how the program is started
/// @param java    the java that will start it; a cache fits no other
/// @param modules the options by which that java finds the program's modules; a cache fits no others
record StartCache(Common common, Path java, List<String> modules) {

  private static final long TRAINING_SECONDS = 120;

  /// What comes right after the first frame, such as reading what was kept, belongs to the start.
  private static final long SETTLING_SECONDS = 2;

  /// What JavaFX prints when the window has been drawn for the first time, if it is asked to.
  private static final String FIRST_FRAME = "PULSE: 1 ";

  /// Without a screen, so that the build needs none. On Windows a program is asked to end through its window, so that there
  /// has to be a real one.
  private static final List<String> NO_SCREEN =
      Common.WINDOWS ? List.of() : List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

  /// Makes the terminal's cache, from what `training.txt` says.
  void trainTerminal(Path cache) throws IOException, InterruptedException {
    train("the terminal", cache, "jvm.options", (scratch, command) -> {
      command.addAll(start());
      for (String word : common.lines("training.txt")) {
        command.add(word.replace("@scratch@", scratch.toString()));
      }
    }, StartCache::readAll);
  }

  /// Makes the window's cache, from opening it as a first start does and closing it.
  void trainWindow(Path cache) throws IOException, InterruptedException {
    train("the window", cache, "window.options", (_, command) -> {
      command.addAll(NO_SCREEN);
      command.add("-Djavafx.pulseLogger=true");
      command.addAll(start());
    }, StartCache::endAfterFirstFrame);
  }

  private List<String> start() {
    var words = new ArrayList<>(modules);
    words.addAll(List.of("-m", common.main()));
    return words;
  }

  private void train(String what, Path cache, String options, Words words, Watch watch)
      throws IOException, InterruptedException {
    Files.deleteIfExists(cache);
    Path scratch = Files.createTempDirectory("lineup-training");
    var command = new ArrayList<>(List.of(java.toString()));
    command.addAll(common.lines(options));
    command.add("-XX:AOTCacheOutput=" + cache.toAbsolutePath());
    // Nothing of the user's is read or changed.
    command.add("-Duser.home=" + scratch);
    words.addTo(scratch, command);
    var builder = new ProcessBuilder(command).directory(common.project().toFile()).redirectErrorStream(true);
    builder.environment().put("XDG_DATA_HOME", scratch.toString());
    builder.environment().put("LOCALAPPDATA", scratch.toString());
    Process training = builder.start();
    training.getOutputStream().close();
    CompletableFuture.delayedExecutor(TRAINING_SECONDS, TimeUnit.SECONDS).execute(training::destroyForcibly);
    String said = watch.of(training);
    training.waitFor();
    if (!Files.exists(cache)) {
      System.out.println("[WARNING] No cache for a quick start of " + what + " was made; the program works without.");
      System.out.println("[WARNING] The training run said:");
      System.out.println(said.strip());
    }
    Common.deleteTree(scratch);
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
          TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
          askToEnd(training);
        }
      }
    }
    return said.toString();
  }

  /// Lets the program end in good order: only then is the cache written.
  private static void askToEnd(Process training) throws IOException {
    if (Common.WINDOWS) {
      new ProcessBuilder("taskkill", "/PID", Long.toString(training.pid())).start();
    } else {
      // By its handle: the process itself would close what it still says.
      training.toHandle().destroy();
    }
  }

  private interface Words {
    void addTo(Path scratch, List<String> command) throws IOException;
  }

  private interface Watch {
    String of(Process training) throws IOException, InterruptedException;
  }
}
