package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class CompletionTest {

  @Test
  void printsAScriptThatBashUnderstands() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash here");
    var session = new Session();
    assertThat(session.run("completion")).isZero();
    assertThat(session.out())
        .contains("complete -F", "--rules", "explain", "--separators", "from:1", "serve", "--bind");

    Process bash = new ProcessBuilder("/bin/bash", "-n").redirectErrorStream(true).start();
    try (var script = bash.getOutputStream()) {
      script.write(session.out().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(bash.waitFor()).isZero();
  }
}
