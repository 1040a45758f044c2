package app.lineup.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class PipelineExceptionTest {

  @Test
  void saysWhoseFaultItIsWhatItIsAboutAndWhatToDo() {
    var cause = new IOException("disk gone");
    var failure = new PipelineException(PipelineException.Kind.RESOURCES, "list.m3u", "it cannot be read",
        "Look at the disk.", cause);
    assertThat(failure.kind()).isEqualTo(PipelineException.Kind.RESOURCES);
    assertThat(failure.subject()).isEqualTo("list.m3u");
    assertThat(failure.what()).isEqualTo("it cannot be read").isEqualTo(failure.getMessage());
    assertThat(failure.advice()).isEqualTo("Look at the disk.");
    assertThat(failure).hasCause(cause);
  }
}
