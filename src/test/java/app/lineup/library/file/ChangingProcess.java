package app.lineup.library.file;

import app.lineup.library.Batch;
import app.lineup.library.Label;
import app.lineup.library.Library;
import app.lineup.library.RuleRow;
import app.lineup.model.RuleKind;
import app.lineup.problem.PipelineException;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.Driver;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/// Another process that changes a library as fast as it can, until it is killed: it says each version that it was told
/// is kept. Not thread-safe; used by one thread.
final class ChangingProcess {

  private ChangingProcess() {}

  /// @param said where it says what is kept
  static Process start(Path folder, Path said) throws IOException {
    String path = Stream.of(ChangingProcess.class, LibraryFile.class, PipelineException.class, Driver.class,
            JsonMapper.class, JsonParser.class, JsonFormat.class)
        .map(ChangingProcess::place).distinct().collect(Collectors.joining(System.getProperty("path.separator")));
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
        "-cp", path, ChangingProcess.class.getName(), folder.toString()).redirectErrorStream(true)
        .redirectOutput(said.toFile()).start();
  }

  private static String place(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
  }

  /// The library in its version `number`.
  static Library library(long number) {
    return new Library(number, List.of(), List.of(new RuleRow(1, RuleKind.RULE, "v" + number, true)), Map.of(), 0, 2);
  }

  /// The other process.
  public static void main(String[] words) throws Exception {
    try (LibraryFile file = LibraryFile.open(Path.of(words[0]), false)) {
      long number = file.opened().library().version();
      System.out.println("kept " + number);
      while (true) {
        number++;
        var batch = new Batch(number, Instant.EPOCH, Label.of("x"), List.of(), OptionalLong.empty());
        file.write(Unwritten.of(library(number), List.of(batch), List.of()));
        System.out.println("kept " + number);
      }
    }
  }
}
