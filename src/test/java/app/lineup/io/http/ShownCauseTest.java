package app.lineup.io.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ShownCauseTest {

  @Test
  @DisplayName("HTTP-61: what \"Details\" shows keeps kinds and places of a failure, and no login, however deep")
  void masks() {
    var deep = new IllegalArgumentException("unsupported URI http://u5er:s3cret@h/x?token=s3cret");
    var why = new IOException("at http://h/live/u5er/s3cret/1.ts", deep);

    ShownCause shown = ShownCause.of(why);

    assertThat(shown).hasMessage("java.io.IOException: at http://h/live/***/***/1.ts");
    assertThat(shown.getStackTrace()).isEqualTo(why.getStackTrace());
    assertThat(shown.getCause())
        .hasMessage("java.lang.IllegalArgumentException: unsupported URI http://***@h/x?token=***");
  }
}
