package app.lineup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.accumulate.DamagedRecordsException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What is packed comes back, and what was damaged is told as damage, never as a failure of the library.
final class Lz4PackingProperties {

  private final Lz4Packing packing = new Lz4Packing();

  /// Bytes that repeat themselves as a list does, and some that do not.
  private static byte[] bytes(int length, Random random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    byte[] entry = "#EXTINF:-1 tvg-id=\"one.uk\" group-title=\"UK\",One\n".getBytes(StandardCharsets.US_ASCII);
    for (int at = random.nextInt(40); at + entry.length < length; at += entry.length + random.nextInt(30)) {
      System.arraycopy(entry, 0, bytes, at, entry.length);
    }
    return bytes;
  }

  @Property(tries = 200)
  @Label("the first bytes of an array come back, whatever stands behind them")
  void comesBack(@ForAll @IntRange(max = 150_000) int length, @ForAll @IntRange(max = 100) int behind, @ForAll long seed)
      throws Exception {
    byte[] all = bytes(length + behind, new Random(seed));
    byte[] before = all.clone();
    assertThat(packing.unpack(packing.pack(all, length))).isEqualTo(Arrays.copyOf(all, length));
    assertThat(all).isEqualTo(before);
  }

  @Property(tries = 300)
  @Label("cut off or changed anywhere, it is damage, or as long as it was")
  void damage(@ForAll @IntRange(max = 3000) int length, @ForAll long seed) throws Exception {
    var random = new Random(seed);
    byte[] packed = packing.pack(bytes(length, random), length);
    byte[] cut = Arrays.copyOf(packed, random.nextInt(packed.length));
    assertThat(catchThrowable(() -> packing.unpack(cut))).isInstanceOf(DamagedRecordsException.class);
    byte[] changed = packed.clone();
    changed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
    try {
      // Only a checksum tells one literal byte from another: the file has one.
      assertThat(packing.unpack(changed)).hasSize(length);
    } catch (DamagedRecordsException e) {
      assertThat(e.getMessage()).contains("packed block");
    }
  }
}
