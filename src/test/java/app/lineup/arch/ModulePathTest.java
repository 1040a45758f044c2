package app.lineup.arch;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.Launcher;
import org.junit.jupiter.api.Test;

/// Holds the other tests to the truth: on the class path none of them would notice a package that is not opened.
final class ModulePathTest {

  @Test
  void testsRunInTheModule() {
    assertThat(Launcher.class.getModule().isNamed()).isTrue();
    assertThat(ModulePathTest.class.getModule()).isSameAs(Launcher.class.getModule());
  }
}
