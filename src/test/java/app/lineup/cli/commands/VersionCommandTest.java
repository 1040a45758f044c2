package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.start.StartCache;
import app.lineup.start.StartState;
import app.lineup.start.StartState.Why;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionCommandTest {

  private final Session session = new Session();

  private String said(String... words) {
    assertThat(session.run(words)).as(session::err).isZero();
    return session.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void saysTheVersionAlone(String word) {
    assertThat(said(word)).isEqualToIgnoringNewLines("lineup 1.2.3");
  }

  @Test
  void saysThatTheCachesAreUsed() {
    assertThat(said("--verbose", "--version").lines()).containsExactly("lineup 1.2.3",
        "Start cache: used, " + Path.of("usual", "lineup.aot"),
        "Start cache of the window: used, " + Path.of("usual", "window.aot"));
    assertThat(session.caches.renewed).isEmpty();
  }

  @Test
  void saysWhyOneIsRefusedAndMakesItAnew() {
    session.caches.states.put(
        StartCache.TERMINAL, new StartState.Refused(Path.of("old.aot"), Why.OTHER_PROGRAM, "size has changed"));
    assertThat(said("--version", "--verbose")).contains(
        "Start cache: refused: it was made for another build of the program", "(size has changed)", "old.aot",
        "Making one anew", "Start cache: used, " + Path.of("own", "lineup.aot"));
    assertThat(session.caches.renewed).containsExactly(StartCache.TERMINAL);
  }

  @Test
  void makesOneThatIsMissing() {
    session.caches.states.put(StartCache.WINDOW, new StartState.Missing());
    assertThat(said("--version", "--verbose")).contains("Start cache of the window: none is there");
    assertThat(session.caches.renewed).containsExactly(StartCache.WINDOW);
  }

  @Test
  void makesNoneWhereItCannotBeKept() {
    session.caches.states.put(StartCache.TERMINAL, new StartState.Missing());
    session.caches.canRenew = false;
    assertThat(said("--version", "--verbose")).contains("LINEUP_OPTS");
    assertThat(session.caches.renewed).isEmpty();
  }

  @Test
  void aFailureToMakeOneIsSaidAndIsNone() {
    session.caches.states.put(StartCache.TERMINAL, new StartState.Missing());
    session.caches.renewalFails = true;
    assertThat(said("--version", "--verbose")).contains("None could be made anew: own: the disk is full.");
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasItsWords(Why why) {
    session.caches.states.put(StartCache.TERMINAL, new StartState.Refused(Path.of("old.aot"), why, ""));
    assertThat(said("--version", "--verbose")).contains("Start cache: refused: ").doesNotContain("()");
  }

  @Test
  void verboseStandsWithVersion() {
    assertThat(session.run("--verbose")).isEqualTo(2);
    assertThat(session.err()).contains("--version --verbose");
  }
}
