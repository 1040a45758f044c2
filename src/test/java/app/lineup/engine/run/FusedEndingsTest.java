package app.lineup.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.RunEvent;
import app.lineup.laws.IteratorLaws;
import app.lineup.laws.Probe;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However a row of fused stages ends: who pulls hears why, nothing is under way any more, and nothing is left open.
final class FusedEndingsTest {

  private static final int ITEMS = 60;
  private static final int STAGES = 4;

  @AfterEach
  void answered() {
    assertThat(Thread.interrupted()).as("an interrupt that was not answered").isFalse();
  }

  @ParameterizedTest(name = "stages on workers: {0}")
  @ValueSource(ints = {0b0000, 0b1111, 0b0110, 0b1001, 0b0101})
  @DisplayName("a failure in any stage at any item reaches who pulls, behind some of the items before it")
  void failures(int onWorkers) throws Exception {
    var checked = new PipelineException(PipelineException.Kind.EXTERNAL, "here", "failed", "");
    for (int stage = 0; stage < STAGES; stage++) {
      for (int item = 0; item < ITEMS; item += 7) {
        int failing = item;
        endsWith(onWorkers, stage, failing, checked, items -> {
          if (items.contains(failing)) {
            throw checked;
          }
          return items;
        });
        var fault = new IllegalStateException("fault");
        endsWith(onWorkers, stage, failing, fault, items -> {
          if (items.contains(failing)) {
            throw fault;
          }
          return items;
        });
      }
    }
  }

  private static void endsWith(int onWorkers, int stage, int item, Throwable failure,
      ChunkFunction<Integer, Integer> function)
      throws Exception {
    try (FusedRun run = row(Probe.of(ITEMS), onWorkers, stage, function)) {
      List<Integer> given = new ArrayList<>();
      try (PipelineIterator<Integer> row = run.open()) {
        assertThat(catchThrowable(() -> drain(row, given))).isSameAs(failure);
      }
      assertThat(given).isEqualTo(IteratorLaws.numbers(given.size())).doesNotContain(item);
      assertThat(run.told()).noneMatch(RunEvent.StageEnded.class::isInstance);
      run.isOver();
    }
    try (FusedRun run = row(Probe.of(ITEMS), onWorkers, stage, function)) {
      assertThat(catchThrowable(run::items)).isSameAs(failure);
      run.isOver();
    }
  }

  private static FusedRun row(Probe source, int onWorkers, int stage, ChunkFunction<Integer, Integer> function) {
    FusedRun run = new FusedRun(source, 2).chunk(4);
    for (int i = 0; i < STAGES; i++) {
      run.then("s" + i, (onWorkers >> i & 1) == 1, i == stage ? function : items -> items);
    }
    return run;
  }

  private static void drain(PipelineIterator<Integer> row, List<Integer> given)
      throws PipelineException, InterruptedException {
    while (row.nextChunk(3) instanceof IteratorResult.Items<Integer>(List<Integer> items)) {
      given.addAll(items);
    }
  }

  @Test
  @DisplayName("the last of the chunks before a failure on a worker come out first")
  void whatCameBefore() throws Exception {
    try (FusedRun run = row(Probe.of(ITEMS), 0b1111, 2, items -> {
      if (items.contains(30)) {
        throw new IllegalStateException("fault");
      }
      return items;
    }); PipelineIterator<Integer> row = run.chunk(1).open()) {
      List<Integer> given = new ArrayList<>();
      assertThat(catchThrowable(() -> drain(row, given))).hasMessage("fault");
      assertThat(given).isEqualTo(IteratorLaws.numbers(30));
    }
  }

  @ParameterizedTest(name = "stages on workers: {0}")
  @ValueSource(ints = {0b0000, 0b1111, 0b0110})
  @DisplayName("closed before the end: nothing more is pulled, and no stage is said to have ended")
  void closedEarly(int onWorkers) throws Exception {
    try (FusedRun run = row(Probe.of(1000), onWorkers, 0, items -> items)) {
      PipelineIterator<Integer> row = run.open();
      assertThat(row.nextChunk(2)).isInstanceOf(IteratorResult.Items.class);
      row.close();
      run.isOver();
      assertThat(run.told()).noneMatch(RunEvent.StageEnded.class::isInstance);
      assertThat(run.source().pulls()).isLessThan(10);
    }
    try (FusedRun run = row(Probe.of(1000), onWorkers, 0, items -> items)) {
      run.open().close();
      assertThat(run.source().pulls()).isZero();
      assertThat(run.source().closes()).isEqualTo(1);
      assertThat(run.told()).noneMatch(RunEvent.StageStarted.class::isInstance);
    }
  }

  @Test
  @DisplayName("a worker that would be busy for ever is told that the run is over")
  void closedWhileWorking() throws Exception {
    var begun = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    try (FusedRun run = row(Probe.of(ITEMS), 0b1111, 1, items -> {
      if (!items.contains(0)) {
        begun.countDown();
        waitFor(never);
      }
      return items;
    })) {
      PipelineIterator<Integer> row = run.open();
      assertThat(row.nextChunk(1)).isEqualTo(new IteratorResult.Items<>(List.of(0)));
      begun.await();
      row.close();
      run.isOver();
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "stages on workers: {0}")
  @ValueSource(ints = {0b0000, 0b1111, 0b0110})
  @DisplayName("an interrupt before a pull, in a stage of who pulls, or while it waits for workers, cancels the run")
  void interrupted(int onWorkers) throws Exception {
    Thread here = Thread.currentThread();
    for (int stage = 0; stage < STAGES; stage++) {
      try (FusedRun run = row(Probe.of(1000), onWorkers, stage, items -> {
        if (items.contains(20)) {
          here.interrupt();
        }
        return items;
      })) {
        assertThat(catchThrowable(run::items)).isInstanceOf(InterruptedException.class);
        run.isOver();
      }
    }
    try (FusedRun run = row(Probe.of(1000), onWorkers, 0, items -> items)) {
      here.interrupt();
      assertThat(catchThrowable(run::items)).isInstanceOf(InterruptedException.class);
      assertThat(run.source().pulls()).isZero();
      run.isOver();
    }
  }

  @Test
  @DisplayName("who waits for a worker that does not come back is woken by an interrupt, and the worker as well")
  void interruptedWhileWaiting() throws Exception {
    Thread here = Thread.currentThread();
    var never = new CountDownLatch(1);
    try (FusedRun run = row(Probe.of(ITEMS), 0b1111, 3, items -> {
      here.interrupt();
      waitFor(never);
      return items;
    })) {
      assertThat(catchThrowable(run::items)).isInstanceOf(InterruptedException.class);
      run.isOver();
    }
    var _ = Thread.interrupted();
  }
}
