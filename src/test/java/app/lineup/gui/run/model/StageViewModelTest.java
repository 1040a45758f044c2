package app.lineup.gui.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.engine.watch.StageLoad;
import app.lineup.engine.watch.StageMeter.State;
import app.lineup.gui.text.Texts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StageViewModelTest {

  private final StageViewModel stage = new StageViewModel(Texts.of("run"), "filtering");

  private static StageFigures figures(State state, StageLoad load) {
    return new StageFigures("filtering", "streaming_filter", state, 100, 0, load);
  }

  @Test
  void saysWhatIsUnderWayAndPutAside() {
    stage.show(figures(State.RUNNING, new StageLoad(2000, 3, 12_300_000, 587_000_000)), Duration.ofSeconds(1));
    assertThat(stage.load().get()).isEqualTo("chunks of 2,000\n3 ahead\n12 MB in memory\n587 MB on disk");
  }

  @Test
  void saysNothingWhereThereIsNothing() {
    stage.show(figures(State.RUNNING, new StageLoad(250, 0, 999_999, 0)), Duration.ofSeconds(1));
    assertThat(stage.load().get()).isEqualTo("chunks of 250");
    stage.end(figures(State.ENDED, StageLoad.NONE), Duration.ofSeconds(2));
    assertThat(stage.load().get()).isEmpty();
  }

  @Test
  void whatWasSpilledStaysToBeSeenUntilTheNextRun() {
    stage.end(figures(State.ENDED, new StageLoad(0, 0, 0, 2_000)), Duration.ofSeconds(2));
    assertThat(stage.load().get()).isEqualTo("2.0 kB on disk");
    stage.reset();
    assertThat(stage.load().get()).isEmpty();
  }
}
