package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The causes are what JavaFX 26 throws on Linux, as it was seen.
final class NoWindowExceptionTest {

  private static String said(Throwable cause) {
    return String.valueOf(new NoWindowException(cause).getMessage());
  }

  @Test
  void saysThatThereIsNoDisplay() {
    assertThat(said(new UnsupportedOperationException("Unable to open DISPLAY")))
        .startsWith("no window can be opened here: there is no display.").contains("lineup --help")
        .doesNotContain("GTK");
  }

  @Test
  void saysWhichPackageIsMissing() {
    assertThat(said(new UnsupportedOperationException("Unable to load glass GTK library.")))
        .contains("GTK 3 is missing", "libgtk-3-0,", "libgtk-3-0t64", "lineup --help").doesNotContain("DISPLAY");
  }

  @Test
  void saysWhatElseItIs() {
    assertThat(said(new RuntimeException("no toolkit", new UnsatisfiedLinkError("no glass in java.library.path"))))
        .contains("no glass in java.library.path", "libgtk-3-0t64", "lineup --help");
  }
}
