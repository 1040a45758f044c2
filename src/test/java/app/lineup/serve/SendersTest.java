package app.lineup.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody is locked out by clients that do not read on.
final class SendersTest {

  private static final Senders.Limits LIMITS = new Senders.Limits(5, 3, 1000, Duration.ofSeconds(30));

  @TempDir
  private Path folder;
  private final AtomicLong now = new AtomicLong();
  private final Senders senders = new Senders(LIMITS, now::get);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /// An answer that has sent so much and stands still until it is ended.
  private Future<?> answer(String client, long sent) throws InterruptedException {
    var begun = new CountDownLatch(1);
    Future<?> answer = threads.submit(() -> {
      try (Senders.Sender sender = senders.begin(client)) {
        sender.sent(sent);
        begun.countDown();
        new CountDownLatch(1).await();
      }
      return null;
    });
    begun.await();
    return answer;
  }

  @Test
  void whatHardlyMovesIsEnded() throws InterruptedException {
    Future<?> stuck = answer("a", 999);
    Future<?> moving = answer("a", 1000);
    senders.endSlow();
    assertThat(stuck.state()).isEqualTo(Future.State.RUNNING);
    now.addAndGet(Duration.ofSeconds(30).toNanos());
    senders.endSlow();
    assertEnded(stuck);
    assertThat(moving.state()).isEqualTo(Future.State.RUNNING);
    now.addAndGet(Duration.ofSeconds(30).toNanos());
    senders.endSlow();
    assertEnded(moving);
  }

  @Test
  void oneClientHasOnlySoMany() throws InterruptedException {
    Future<?> quick = answer("a", 5_000_000);
    Future<?> slow = answer("a", 1);
    Future<?> other = answer("b", 0);
    now.addAndGet(Duration.ofSeconds(5).toNanos());
    Future<?> third = answer("a", 0);
    Future<?> fourth = answer("a", 0);
    assertEnded(slow);
    for (Future<?> left : List.of(quick, third, fourth, other)) {
      assertThat(left.state()).isEqualTo(Future.State.RUNNING);
    }
  }

  @Test
  void whoComesNextFindsAPlace() throws InterruptedException {
    Future<?> single = answer("b", 0);
    Future<?> slow = answer("a", 0);
    var _ = answer("a", 2_000_000);
    var _ = answer("a", 3_000_000);
    var _ = answer("d", 0);
    now.addAndGet(Duration.ofSeconds(5).toNanos());
    var _ = answer("c", 0);
    assertEnded(slow);
    assertThat(single.state()).isEqualTo(Future.State.RUNNING);
  }

  private static void assertEnded(Future<?> answer) {
    assertThat(answer).failsWithin(Duration.ofSeconds(20)).withThrowableThat()
        .withCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void aServerGoesOnWhileManyDoNotRead() throws Exception {
    try (var served = new Served(folder, new Senders.Limits(20, 10, 1000, Duration.ofSeconds(2)))) {
      served.publish(new byte[8 << 20]);
      List<Socket> stuck = new ArrayList<>();
      try {
        for (int i = 0; i < 30; i++) {
          stuck.add(served.ask());
        }
        assertThat(served.get().body()).hasSize(8 << 20);
        // All that do not read are ended, at once where there are too many, the others after a while.
        for (int i = 0; i < 31; i++) {
          assertThat(served.nextFetch()).isNotNull();
        }
      } finally {
        for (Socket socket : stuck) {
          socket.close();
        }
      }
    }
  }

  @Test
  void aWrongAddressIsAnsweredLaterEachTime() throws Exception {
    try (var served = new Served(folder)) {
      served.publish(new byte[10]);
      for (int i = 0; i < 11; i++) {
        assertThat(served.send("GET", served.address().resolve("/guess/playlist.m3u")).statusCode()).isEqualTo(404);
      }
      Fetch last = null;
      for (int i = 0; i < 11; i++) {
        last = served.nextFetch();
      }
      assertThat(last.took()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
      assertThat(served.get().statusCode()).isEqualTo(200);
    }
  }
}
