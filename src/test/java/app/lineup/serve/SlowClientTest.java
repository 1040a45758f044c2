package app.lineup.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lineup.problem.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many clients at once, clients that do not read on, and a file that is replaced under them.
final class SlowClientTest {

  /// More than all buffers between the server and a client that does not read.
  private static final int BIG = 8 << 20;

  @TempDir
  private Path folder;
  private Served served;
  private final byte[] old = bytes(1);
  private final byte[] fresh = bytes(2);

  private static byte[] bytes(int seed) {
    var bytes = new byte[BIG];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @BeforeEach
  void start() throws PipelineException, IOException {
    served = new Served(folder);
    served.publish(old);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void whoBeganKeepsTheOldVersion() throws IOException, InterruptedException {
    try (Socket slow = served.ask()) {
      served.publish(fresh);
      assertThat(Arrays.equals(served.get().body(), fresh)).isTrue();
      assertThat(served.nextFetch().complete()).isTrue();
      // The slow one is still under way, so that it is not in the log yet.
      assertThat(served.heard).isEmpty();
      assertThat(Arrays.equals(slow.getInputStream().readAllBytes(), old)).isTrue();
    }
    assertThat(served.nextFetch().bytes()).isEqualTo(BIG);
  }

  @Test
  void whoBeganKeepsAVersionThatIsGone() throws IOException, InterruptedException {
    try (Socket slow = served.ask()) {
      Files.delete(served.file);
      assertThat(served.get().statusCode()).isEqualTo(503);
      assertThat(Arrays.equals(slow.getInputStream().readAllBytes(), old)).isTrue();
    }
  }

  @Test
  void slowClientsHoldUpNobody() throws IOException, InterruptedException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        slow.add(served.ask());
      }
      assertThat(Arrays.equals(served.get().body(), old)).isTrue();
      assertThat(served.nextFetch().complete()).isTrue();
      assertThat(served.heard).isEmpty();
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    // Their hanging up is noticed, and noted as what it is.
    for (int i = 0; i < 100; i++) {
      assertThat(served.nextFetch().complete()).isFalse();
    }
  }

  @Test
  void closingEndsAll() throws IOException, InterruptedException {
    try (Socket slow = served.ask()) {
      long begun = System.nanoTime();
      served.server.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
      assertThat(served.threads.isTerminated()).isTrue();
      assertThat(readUntilTheEnd(slow)).isLessThan(BIG);
      assertThat(served.nextFetch().complete()).isFalse();
    }
    assertThatThrownBy(served::ask).isInstanceOf(ConnectException.class);
    served.server.close();
  }

  private static long readUntilTheEnd(Socket socket) throws IOException {
    long count = 0;
    InputStream in = socket.getInputStream();
    var buffer = new byte[8192];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count += read;
      }
    } catch (SocketException e) {
      // The connection was reset, which is an end, too.
      assertThat(e).hasMessageContaining("reset");
    }
    return count;
  }

  @Test
  void twoHundredClientsAtOnceGetOneWholeVersionEach() throws IOException, InterruptedException, ExecutionException {
    byte[] one = Arrays.copyOf(old, 200_000);
    byte[] two = Arrays.copyOf(fresh, 250_000);
    served.publish(one);
    var ready = new CountDownLatch(200);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> got = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String encoding = i % 2 == 0 ? "gzip" : "identity";
        Callable<byte[]> client = () -> {
          ready.countDown();
          ready.await();
          HttpResponse<byte[]> response = served.get("Accept-Encoding", encoding);
          assertThat(response.statusCode()).isEqualTo(200);
          return encoding.equals("gzip")
              ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes() : response.body();
        };
        got.add(clients.submit(client));
      }
      ready.await();
      served.publish(two);
      for (Future<byte[]> each : got) {
        byte[] body = each.get();
        assertThat(Arrays.equals(body, one) || Arrays.equals(body, two)).isTrue();
      }
    }
  }

  @Test
  void leavesNoPackedCopyBehind() throws IOException, InterruptedException {
    Path open = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(open), "no list of open files here");
    served.get("Accept-Encoding", "gzip");
    assertThat(packedCopies(open)).isEqualTo(1);
    served.publish(fresh);
    served.get("Accept-Encoding", "gzip");
    served.nextFetch();
    served.nextFetch();
    assertThat(packedCopies(open)).isEqualTo(1);
    served.server.close();
    assertThat(packedCopies(open)).isZero();
  }

  private static long packedCopies(Path open) throws IOException {
    long found = 0;
    try (var links = Files.newDirectoryStream(open)) {
      for (Path link : links) {
        // The one that lists the folder is gone when it is looked at.
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).toString().contains("lineup-serve-")) {
          found++;
        }
      }
    }
    return found;
  }

  @Test
  void tellsAFileThatIsWrittenToFromOneThatIsReplaced() throws IOException {
    var stamp = Stamp.of(served.file);
    assertThat(stamp.wasWrittenTo(served.file)).isFalse();
    served.publish(fresh);
    assertThat(stamp.wasWrittenTo(served.file)).isFalse();
    var second = Stamp.of(served.file);
    Files.write(served.file, old, StandardOpenOption.APPEND);
    assertThat(second.wasWrittenTo(served.file)).isTrue();
  }
}
