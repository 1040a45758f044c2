package app.lineup.engine.accumulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a name says of the process that a folder belongs to.
final class SweepTest {

  /// Above what any system gives to a process.
  private static final String DEAD = "99999999999";

  @ParameterizedTest(name = "not an orphan: {0}")
  @ValueSource(strings = {
    "lineup-", "lineup--x", "lineup-12", "lineup-1x-2", "lineup-99999999999999999999-1", "other-" + DEAD + "-1",
  })
  void leavesOthers(String name) {
    assertThat(Sweep.isOrphan(name)).isFalse();
  }

  @Test
  @DisplayName("an orphan is one whose process is gone")
  void knowsOrphans() {
    assertThat(Sweep.isOrphan("lineup-" + DEAD + "-1")).isTrue();
    assertThat(Sweep.isOrphan("lineup-" + ProcessHandle.current().pid() + "-1")).isFalse();
  }
}
