package app.lineup.gui.shell.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.text.Texts;
import app.lineup.library.file.LibraryException;
import app.lineup.library.file.LibraryException.Trouble;
import app.lineup.library.file.LibraryThread.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OpeningViewModelTest {

  private final Queue<Trouble> troubles = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final OpeningViewModel opening = new OpeningViewModel(
      Texts.of("shell"), this::openOrFail, waiting::add, Runnable::run, () -> done.add("quit"));

  private Runnable openOrFail(Way way) throws LibraryException {
    Trouble trouble = troubles.poll();
    if (trouble != null) {
      throw new LibraryException(trouble, Path.of("data"), new IOException("No space left on device"));
    }
    return () -> done.add("shown " + way);
  }

  private void goOn() {
    waiting.removeFirst().run();
  }

  @Test
  void showsWhatWasOpened() {
    opening.open();
    assertThat(done).isEmpty();
    assertThat(opening.failure().get()).isNull();
    goOn();
    assertThat(done).containsExactly("shown WHOLE");
  }

  @ParameterizedTest
  @EnumSource
  void everyTroubleIsSaidInWords(Trouble trouble) {
    troubles.add(trouble);
    opening.open();
    goOn();
    var failure = opening.failure().get();
    assertThat(failure.subject()).isEqualTo("data");
    assertThat(failure.what()).isNotBlank().doesNotContain("{");
    assertThat(failure.advice()).isNotBlank();
    assertThat(failure.details()).contains("LibraryException");
    assertThat(done).isEmpty();
  }

  @Test
  void saysWhereWhatWasKeptCannotBeShown() {
    var broken = new OpeningViewModel(Texts.of("shell"), way -> () -> {
      throw new IllegalStateException("http://host/get.php?password=s3cret");
    }, Runnable::run, Runnable::run, () -> {});
    broken.open();
    assertThat(broken.failure().get().details()).contains("IllegalStateException").doesNotContain("s3cret");
  }

  @Test
  void masksWhatTheDatabaseSays() {
    var full = new OpeningViewModel(Texts.of("shell"), way -> {
      throw new LibraryException(Trouble.FAILED, Path.of("data"),
          new IOException("Value too long: http://host/get.php?username=me&password=s3cret"));
    }, Runnable::run, Runnable::run, () -> {});
    full.open();
    assertThat(full.failure().get().what() + full.failure().get().details()).contains("Value too long")
        .doesNotContain("s3cret");
  }

  @Test
  void saysWhatTheSystemSaid() {
    troubles.add(Trouble.FAILED);
    opening.open();
    goOn();
    assertThat(opening.failure().get().what()).contains("No space left on device");
  }

  @Test
  void aLibraryInUseCanBeTriedAgainAndIsNeverReplaced() {
    troubles.add(Trouble.IN_USE);
    opening.open();
    goOn();
    assertThat(opening.canTryAgain()).isTrue();
    assertThat(opening.canStartFresh()).isFalse();
    assertThat(opening.canTakeOlder()).isFalse();
    opening.open();
    assertThat(opening.failure().get()).isNull();
    goOn();
    assertThat(done).containsExactly("shown WHOLE");
  }

  @Test
  void aDamagedLibraryCanBeReplaced() {
    troubles.add(Trouble.DAMAGED);
    opening.open();
    goOn();
    assertThat(opening.canTryAgain()).isFalse();
    assertThat(opening.canTakeOlder()).isFalse();
    assertThat(opening.canStartFresh()).isTrue();
    opening.startFresh();
    goOn();
    assertThat(done).containsExactly("shown FRESH");
  }

  @Test
  void anOlderStateCanBeTaken() {
    troubles.add(Trouble.OLDER);
    opening.open();
    goOn();
    assertThat(opening.canTakeOlder()).isTrue();
    assertThat(opening.canStartFresh()).isTrue();
    opening.takeOlder();
    goOn();
    assertThat(done).containsExactly("shown OLDER_TOO");
  }

  @Test
  void aFaultOfTheProgramIsSaidToo() {
    var faulty = new OpeningViewModel(Texts.of("shell"), way -> {
      throw new IllegalStateException("broken");
    }, Runnable::run, Runnable::run, () -> {});
    faulty.open();
    assertThat(faulty.failure().get().advice()).contains("fault of the program");
    assertThat(faulty.canTryAgain() || faulty.canStartFresh() || faulty.canTakeOlder()).isFalse();
  }

  @Test
  void quits() {
    opening.quit();
    assertThat(done).containsExactly("quit");
  }
}
