package app.lineup.gui.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.text.Texts;
import app.lineup.library.NumberScheme;
import app.lineup.model.ChannelNumber;
import app.lineup.pipeline.number.NumberSources;
import app.lineup.pipeline.number.NumbersFile;
import app.lineup.pipeline.number.RememberedNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RememberedViewModelTest {

  @TempDir
  private Path folder;

  private final SimpleObjectProperty<NumberScheme> numbers = new SimpleObjectProperty<>(NumberScheme.KEEP);
  private final SimpleObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.IDLE);
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();

  private Path path() {
    return folder.resolve("numbers");
  }

  private RememberedViewModel looked() {
    var model = new RememberedViewModel(
        Texts.of("run"), new NumbersFile(path()), waiting::add, Runnable::run, numbers, phase);
    model.onChange(() -> changes.add("changed"));
    model.look();
    work();
    return model;
  }

  private void work() {
    List<Runnable> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(Runnable::run);
  }

  private void keep(int count) throws IOException {
    new NumbersFile(path()).replace(new NumbersFile.Head(count, 0, NumberSources.NONE), sink -> {
      for (int i = 1; i <= count; i++) {
        sink.add(i, RememberedNumber.seen(new ChannelNumber(i, 0)));
      }
    });
  }

  @Test
  void saysHowManyChannelsKeepTheirNumbers() throws IOException {
    assertThat(looked().said().get()).startsWith("From the next run on");
    keep(1);
    assertThat(looked().said().get()).isEqualTo("1 channel keeps the number it had.");
    keep(1500);
    RememberedViewModel model = looked();
    assertThat(model.said().get()).isEqualTo("1,500 channels keep the number they had.");
    numbers.set(NumberScheme.FROM);
    assertThat(model.said().get()).isEmpty();
    assertThat(model.canForget().get()).isFalse();
    numbers.set(NumberScheme.RANGES);
    assertThat(model.canForget().get()).isTrue();
  }

  @Test
  void forgetsAndTakesBack() throws IOException {
    keep(2);
    byte[] before = Files.readAllBytes(path());
    RememberedViewModel model = looked();
    model.forget();
    assertThat(model.canForget().get()).as("while it is done").isFalse();
    work();
    assertThat(path()).doesNotExist();
    assertThat(model.said().get()).isEqualTo("The next run numbers all channels anew.");
    assertThat(changes).hasSize(1);
    assertThat(model.canForget().get()).isFalse();
    model.takeBack();
    work();
    assertThat(path()).hasBinaryContent(before);
    assertThat(model.said().get()).isEqualTo("2 channels keep the number they had.");
    assertThat(changes).hasSize(2);
    assertThat(model.canTakeBack().get()).isFalse();
  }

  @Test
  void aRunEndsTheTimeInWhichItCanBeTakenBack() throws IOException {
    keep(2);
    RememberedViewModel model = looked();
    model.forget();
    work();
    phase.set(Phase.RUNNING);
    assertThat(model.canTakeBack().get()).isFalse();
    phase.set(Phase.FAILED);
    assertThat(model.canTakeBack().get()).as("nothing has come in its place").isTrue();
    phase.set(Phase.RUNNING);
    keep(3);
    phase.set(Phase.DONE);
    work();
    assertThat(model.canTakeBack().get()).isFalse();
    assertThat(model.said().get()).isEqualTo("3 channels keep the number they had.");
  }

  @Test
  void saysWhatCouldNotBeDone() throws IOException {
    keep(2);
    RememberedViewModel model = looked();
    Files.delete(path());
    model.forget();
    work();
    assertThat(model.said().get()).startsWith("The numbers could not be forgotten: ");
    assertThat(model.canTakeBack().get()).isFalse();
  }
}
