package app.lineup.engine.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The memory of this process. Used is the heap that the last collection left, and direct memory; before a collection
/// was noticed, the heap that was in use when the gauge was made: what came on top is garbage for the most part, and
/// what is not is declared on leases. RSS is read from Linux's `/proc/self/status`; it is 0 on systems without such a
/// file. Thread-safe.
public final class ProcessGauge implements MemoryGauge {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RSS = Pattern.compile("^VmRSS:\\s+(\\d{1,15}) kB$", Pattern.MULTILINE);
  /// The file is smaller than this.
  private static final int STATUS_BYTES = 8192;
  private static final int BYTES_A_KILOBYTE = 1024;

  private final Path status;
  private final LongSupplier heapInUse;
  private final long startBytes;
  private volatile long inUseBefore;
  private volatile @Nullable LiveMemory live;

  public ProcessGauge() {
    this(STATUS);
  }

  ProcessGauge(Path status) {
    this(status, () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
  }

  /// @param heapInUse the heap in use, garbage included
  ProcessGauge(Path status, LongSupplier heapInUse) {
    this.status = status;
    this.heapInUse = heapInUse;
    this.startBytes = heapInUse.getAsLong();
    this.inUseBefore = startBytes;
  }

  @Override
  public long rssBytes() {
    try (InputStream file = Files.newInputStream(status)) {
      return rssBytes(new String(file.readNBytes(STATUS_BYTES), StandardCharsets.US_ASCII));
    } catch (IOException notLinux) {
      return 0;
    }
  }

  /// The RSS in a text like `/proc/self/status`, 0 where it says none.
  static long rssBytes(String status) {
    Matcher rss = RSS.matcher(status);
    return rss.find() ? Long.parseLong(rss.group(1)) * BYTES_A_KILOBYTE : 0;
  }

  @Override
  public long usedBytes() {
    LiveMemory known = live;
    return known == null ? beforeACollection() : known.bytes();
  }

  /// Asked by several threads: what one read before another did is no fall.
  private synchronized long beforeACollection() {
    LiveMemory known = live;
    if (known == null) {
      long inUse = heapInUse.getAsLong();
      // Only a collection makes it fall. What knows more takes some 40 ms to load, which a short run shall not pay.
      if (inUse >= inUseBefore) {
        inUseBefore = inUse;
        return startBytes;
      }
      known = new LiveMemory();
      live = known;
    }
    return known.bytes();
  }

  @Override
  public boolean isCollected() {
    return live != null;
  }

  @Override
  @SuppressWarnings("ExplicitGC") // A full heap is the only other time at which the JVM looks at what is old.
  public void collect() {
    System.gc();
  }

  @Override
  public long mostBytes() {
    return Runtime.getRuntime().maxMemory();
  }
}
