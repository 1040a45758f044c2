package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No command shows a credential, whatever happens.
final class MaskingTest {

  private static final String ADDRESS = "http://uuu:ppp@127.0.0.1:1/get.php?username=UUU&password=PPP";

  private final Session session = new Session();

  @AfterEach
  void showsNoCredential() {
    assertThat(session.out() + session.err()).isNotEmpty().doesNotContain("uuu", "ppp", "UUU", "PPP");
  }

  private static Stream<List<String>> commandLines() {
    return Stream.of(
        List.of("build", ADDRESS, "-o", "out.m3u"),
        List.of("build", ADDRESS, "-o", "out.m3u", "--json"),
        List.of("check", ADDRESS),
        List.of("check", ADDRESS, "--json"),
        List.of("check", ADDRESS, ADDRESS),
        List.of(ADDRESS),
        List.of("completion", ADDRESS),
        List.of("build", "--" + ADDRESS),
        List.of("build", "a", "-o", "b", "--numbers", ADDRESS),
        List.of("build", "a", "-o", "b", "--numbers", ADDRESS, "--json"),
        List.of("build", "a", "-o", "b", "--include", ADDRESS),
        List.of("build", "a", "-o", "b", "--map", "SET stream_url = \"" + ADDRESS + "\" oops"),
        List.of("build", "rtsp" + ADDRESS, "-o", "b"),
        List.of("build", "a", "-o", ADDRESS));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void inACommandLine(List<String> words) {
    session.run(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void inAFailure(List<String> words) {
    session.failure = new PipelineException(Kind.EXTERNAL, ADDRESS, "no answer from " + ADDRESS, "Try " + ADDRESS,
        new IOException("at " + ADDRESS));
    session.run(Stream.concat(words.stream(), Stream.of("--stacktrace")).toArray(String[]::new));
  }

  @Test
  void inAReport(@TempDir Path folder) throws IOException {
    session.reports = List.of(Session.report(ADDRESS, Map.of(FindingKind.NO_URL, 1L),
        List.of(new Finding(1, FindingKind.NO_URL, ADDRESS))), Session.report(ADDRESS, Map.of(), List.of()));
    Path report = folder.resolve("odd.json");
    session.run("build", ADDRESS, "-o", "out.m3u", "--report", report.toString());
    assertThat(Files.readString(report)).contains("127.0.0.1").doesNotContain("uuu", "ppp", "UUU", "PPP");
  }
}
