package app.lineup.pipeline.duplicates;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// What it takes to tell which of many addresses were seen before: the hashes of [Duplicates] against a set of strings.
/// Arguments: `hashes` or `strings`, how many addresses. Run each in a process of its own, with the heap that it needs.
///
/// Both get each address as bytes, as a list has it, one in twenty-five for the second time.
final class DuplicateTimes {

  /// As many as [Duplicates] looks at ahead.
  private static final int CHUNK = 256;
  private static final int REPEATED_EVERY = 25;
  /// Other programs on the machine do not count; the collector of garbage does.
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private DuplicateTimes() {}

  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[1]);
    boolean hashes = arguments[0].equals("hashes");
    long before = heapBytes();
    long begun = PROCESS.getProcessCpuTime();
    Object kept = hashes ? hashes(count) : strings(count);
    double seconds = (PROCESS.getProcessCpuTime() - begun) / 1e9;
    long bytes = heapBytes() - before;
    // What making the addresses takes is taken off.
    begun = PROCESS.getProcessCpuTime();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += address(i).length;
    }
    double making = (PROCESS.getProcessCpuTime() - begun) / 1e9;
    System.out.printf(
        "%s: %,d addresses of %d bytes in %.2f s of CPU (%.0f ns each), %,d MB (%.1f bytes each), %,d different%n",
        arguments[0], count, sum / count, seconds - making, (seconds - making) / count * 1e9, bytes / 1_000_000,
        (double) bytes / count, size(kept));
  }

  private static Object hashes(int count) {
    var seen = new SeenHashes();
    long[] hashes = new long[CHUNK];
    for (int from = 0; from < count; from += CHUNK) {
      int chunk = Math.min(CHUNK, count - from);
      for (int i = 0; i < chunk; i++) {
        byte[] address = address(from + i);
        hashes[i] = Hash.of(address, 0, address.length);
      }
      seen.lookAhead(hashes, 0, chunk);
      for (int i = 0; i < chunk; i++) {
        seen.firstSource(hashes[i], 0);
      }
    }
    return seen;
  }

  private static Object strings(int count) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      seen.add(new String(address(i), StandardCharsets.UTF_8));
    }
    return seen;
  }

  private static long size(Object kept) {
    return kept instanceof SeenHashes seen ? seen.size() : ((Set<?>) kept).size();
  }

  private static byte[] address(int index) {
    int id = index % REPEATED_EVERY == REPEATED_EVERY - 1 ? index / 2 : index;
    byte[] address = "http://provider.example:8080/live/someuser/somepassword/0000000.ts".getBytes(
        StandardCharsets.ISO_8859_1);
    for (int at = address.length - 4; id > 0; at--) {
      address[at] = (byte) ('0' + id % 10);
      id /= 10;
    }
    return address;
  }

  private static long heapBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
