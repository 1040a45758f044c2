package app.lineup.engine.rest;

import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Another process that makes and sweeps private folders: locks of files are between processes, and a test in one of
/// them cannot show them. Not thread-safe; used by one thread.
final class OtherProcess {

  /// With four processes 500 pairs of starts.
  private static final int STARTS = 125;

  private final Process process;

  private OtherProcess(Process process) {
    this.process = process;
  }

  /// @param what `sweep` once, or `start` many times: each sweeps, makes two folders and looks whether its files are
  ///             there
  static OtherProcess start(String what, Path parent) throws IOException {
    String path = Stream.of(OtherProcess.class, PrivateFolder.class, PipelineException.class).map(OtherProcess::place)
        .distinct()
        .collect(Collectors.joining(System.getProperty("path.separator")));
    return new OtherProcess(new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
        "-cp", path, OtherProcess.class.getName(), what, parent.toString()).redirectErrorStream(true).start());
  }

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Path.of(URI.create(source.getLocation().toString())).toString();
  }

  /// Waits for its end; how often it lost what it had just written.
  int losses() throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new AssertionError(said);
    }
    return Integer.parseInt(said);
  }

  /// The other process.
  public static void main(String[] words) throws Exception {
    Path parent = Path.of(words[1]);
    int losses = 0;
    if (words[0].equals("sweep")) {
      new PrivateFolder(parent).sweep();
    } else {
      for (int i = 0; i < STARTS; i++) {
        losses += once(parent);
      }
    }
    System.out.println(losses);
  }

  private static int once(Path parent) throws IOException, PipelineException {
    try (var one = new PrivateFolder(parent); var two = new PrivateFolder(parent)) {
      Path first = Files.writeString(one.newFile("x"), "x");
      Path second = Files.writeString(two.newFile("x"), "x");
      return Files.exists(first) && Files.exists(second) ? 0 : 1;
    } catch (IOException e) {
      return 1;
    }
  }
}
