package app.lineup.start;

import app.lineup.files.AtomicMove;
import app.lineup.files.OwnerOnly;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The caches that the start script has chosen. It says which those are, and where it looks for those made anew, by
/// properties of the system; without them, as with a start in another way, there are none. Immutable.
///
/// @param program  what is started to ask the JVM
/// @param terminal the cache of commands that is in use; empty where there is none
/// @param window   the same for the window
/// @param own      the folder of the caches that are made anew; empty where there is none
/// @param added    what the user adds to the JVM's options in the start script
/// @param usual    whether nobody adds anything to them
public record ProgramCaches(JavaCommand program, Optional<Path> terminal, Optional<Path> window, Optional<Path> own,
    List<String> added, boolean usual) implements StartCaches {

  private static final String SCRIPT_OPTIONS = "LINEUP_OPTS";
  /// The JVM takes these by itself, here and in what is started from here.
  private static final List<String> JVM_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  public ProgramCaches {
    added = List.copyOf(added);
  }

  /// Those of the program that runs.
  public static ProgramCaches ofThisProcess() {
    List<String> added = words(SCRIPT_OPTIONS);
    boolean usual = added.isEmpty() && JVM_OPTIONS.stream().allMatch(variable -> words(variable).isEmpty());
    return new ProgramCaches(JavaCommand.ofThisProcess(), path("lineup.cache"), path("lineup.window.cache"),
        path("lineup.starts"), added, usual);
  }

  private static List<String> words(String variable) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() ? List.of() : List.of(value.strip().split("\\s+"));
  }

  private static Optional<Path> path(String property) {
    return Optional.of(System.getProperty(property, "")).filter(text -> !text.isBlank()).map(Path::of);
  }

  @Override
  public StartState state(StartCache cache) throws PipelineException, InterruptedException {
    Optional<Path> chosen = switch (cache) {
      case TERMINAL -> terminal;
      case WINDOW -> window;
    };
    return chosen.isPresent() ? state(cache, chosen.get().toAbsolutePath().normalize()) : new StartState.Missing();
  }

  @Override
  public boolean canRenew() {
    return own.isPresent() && usual;
  }

  @Override
  public StartState renew(StartCache cache) throws PipelineException, InterruptedException {
    Path folder = own.orElseThrow();
    Path made = folder.resolve(cache.fileName() + ".new");
    try {
      makeForOwner(folder);
      new Training(program).make(cache, made);
      StartState state = state(cache, made);
      if (!(state instanceof StartState.Used)) {
        return state;
      }
      Path file = folder.resolve(cache.fileName());
      OwnerOnly.restrictFile(made);
      AtomicMove.replace(made, file);
      dropThoseOfOtherBuilds(folder);
      return new StartState.Used(file);
    } catch (IOException e) {
      throw failed(folder, e);
    } finally {
      delete(made);
      // What the JVM lays beside it for a while, and leaves where a training breaks off.
      delete(folder.resolve(made.getFileName() + ".config"));
    }
  }

  /// Asks the JVM by starting the program in the mode in which it ends where it cannot use the cache.
  private StartState state(StartCache cache, Path file) throws PipelineException, InterruptedException {
    var options = new ArrayList<>(cache.options());
    options.addAll(added);
    options.addAll(List.of("-XX:AOTCache=" + file, "-XX:AOTMode=on", "-Xlog:aot*=warning:stderr:none"));
    try {
      // Elsewhere than the user is: a JVM that breaks over a damaged cache leaves a file where it was started.
      Process asked = new ProcessBuilder(program.words(options, JavaCommand.LAUNCHER, List.of("--version")))
          .redirectErrorStream(true).directory(Path.of(System.getProperty("java.io.tmpdir", ".")).toFile()).start();
      try {
        asked.getOutputStream().close();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return asked.waitFor() == 0 ? new StartState.Used(file) : Refusal.of(file, said.lines());
      } finally {
        asked.destroyForcibly();
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /// The folder and those above it that are missing. What is in a cache is run, so nobody else may write there.
  private static void makeForOwner(Path folder) throws IOException {
    Files.createDirectories(folder, OwnerOnly.folderAttributes(folder));
    OwnerOnly.restrictFolder(folder);
  }

  private static void dropThoseOfOtherBuilds(Path folder) throws IOException {
    try (Stream<Path> builds = Files.list(folder.resolveSibling("."))) {
      for (Path build : builds.filter(other -> !other.getFileName().equals(folder.getFileName())).toList()) {
        for (StartCache cache : StartCache.values()) {
          delete(build.resolve(cache.fileName()));
        }
        delete(build);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // It lies in a folder of ours and the next attempt replaces it.
    }
  }

  private static PipelineException failed(Path subject, IOException e) {
    return new PipelineException(
        Kind.RESOURCES, subject.toString(), "no start cache can be made or tried there: " + Reason.of(e),
        "The program works without, it only starts more slowly.", e);
  }
}
