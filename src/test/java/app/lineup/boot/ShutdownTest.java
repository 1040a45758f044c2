package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class ShutdownTest {

  @Test
  void interruptsTheRunAndWaitsUntilItHasCleanedUp() throws InterruptedException {
    var cleaned = new AtomicBoolean();
    var lastResort = new AtomicBoolean();
    var sawItCleaned = new AtomicBoolean();
    var shutdown = Shutdown.guard(() -> lastResort.set(true));
    var hook = new Thread(() -> {
      shutdown.stop();
      sawItCleaned.set(cleaned.get());
    });
    hook.start();
    assertThatThrownBy(() -> new CountDownLatch(1).await(10, TimeUnit.SECONDS))
        .isInstanceOf(InterruptedException.class);
    cleaned.set(true);
    shutdown.close();
    hook.join();
    assertThat(sawItCleaned).isTrue();
    assertThat(lastResort).isFalse();
  }

  @Test
  void leavesARunAloneThatIsDone() {
    var shutdown = Shutdown.guard(() -> {
      throw new AssertionError("nothing is left to do");
    });
    shutdown.close();
    shutdown.close();
    shutdown.stop();
    assertThat(Thread.interrupted()).isFalse();
  }
}
