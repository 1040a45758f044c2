package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.fx.FxRelay;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// What carries work to the window's thread, where some of that work is broken.
final class RelayTest {

  @Test
  void whatIsBehindBrokenWorkIsDone() throws TimeoutException, InterruptedException {
    FxToolkit.registerPrimaryStage();
    var relay = new FxRelay();
    var said = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    Platform.runLater(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> said.countDown());
      relay.execute(() -> {
        throw new IllegalStateException("broken on purpose");
      });
      relay.execute(done::countDown);
    });
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said.await(20, TimeUnit.SECONDS)).as("the fault is not swallowed").isTrue();
    Platform.runLater(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
  }
}
