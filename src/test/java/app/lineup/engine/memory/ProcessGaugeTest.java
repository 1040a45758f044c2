package app.lineup.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProcessGaugeTest {

  private static final int HELD_BYTES = 20_000_000;

  @TempDir
  private Path folder;

  @Test
  void readsRss() throws IOException {
    Path status = Files.writeString(folder.resolve("status"), """
        Name:\tjava
        VmHWM:\t  512000 kB
        VmRSS:\t  231416 kB
        RssAnon:\t  200000 kB
        """);
    assertThat(new ProcessGauge(status).rssBytes()).isEqualTo(231_416L * 1024);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Name:\tjava\n", "VmRSS:\n", "VmRSS:\t many kB\n", "VmRSS:\t 99999999999999999999 kB\n"})
  void aTextThatSaysNothingIsNought(String status) {
    assertThat(ProcessGauge.rssBytes(status)).isZero();
  }

  @Test
  void aSystemWithoutTheFileIsNought() {
    assertThat(new ProcessGauge(folder.resolve("missing")).rssBytes()).isZero();
  }

  @Test
  void whatIsUsedIsWithinWhatThereIs() {
    var gauge = new ProcessGauge();
    assertThat(gauge.usedBytes()).isPositive();
    assertThat(gauge.mostBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
  }

  @Test
  void garbageDoesNotCountBeforeACollectionIsNoticed() {
    var inUse = new AtomicLong(7);
    var gauge = new ProcessGauge(folder.resolve("missing"), inUse::get);
    for (long more : new long[] {500, 500, Long.MAX_VALUE}) {
      inUse.set(more);
      assertThat(gauge.usedBytes()).isEqualTo(7);
    }
    inUse.set(8);
    assertThat(gauge.usedBytes()).as("what the JVM says from then on").isGreaterThan(1000);
  }

  @Test
  void liveMemoryIsWhatACollectionLeftAndDirectMemory() {
    var live = new LiveMemory();
    byte[] held = new byte[HELD_BYTES];
    ByteBuffer direct = ByteBuffer.allocateDirect(HELD_BYTES);
    System.gc();
    assertThat(live.heapBytes()).isGreaterThan(held.length).isLessThan(Runtime.getRuntime().maxMemory());
    assertThat(live.directBytes()).isGreaterThanOrEqualTo(direct.capacity());
    assertThat(live.bytes()).isGreaterThan(held.length + direct.capacity());
  }
}
