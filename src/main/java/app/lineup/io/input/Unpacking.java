package app.lineup.io.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// Opens packed streams, all their members one after the other. Thread-safe: no state.
///
/// Each library stands in a class of its own, so that it is loaded only when what it unpacks is met.
final class Unpacking {

  private static final int BUFFER_BYTES = 64 * 1024;

  private Unpacking() {}

  /// @throws DamagedException if it is not what its first bytes promise
  static InputStream open(Packing packing, InputStream packed, int maxKib) throws IOException {
    try {
      return switch (packing) {
        case NONE, ZIP -> throw new IllegalArgumentException("not a packed stream: " + packing);
        case GZIP -> new GZIPInputStream(packed, BUFFER_BYTES);
        case BZIP2 -> Bzip2.open(new BufferedInputStream(packed, BUFFER_BYTES));
        case XZ -> Xz.open(new BufferedInputStream(packed, BUFFER_BYTES), maxKib);
      };
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw new DamagedException(e);
    }
  }

  private static final class Bzip2 {
    static InputStream open(InputStream packed) throws IOException {
      return new BZip2CompressorInputStream(packed, true);
    }
  }

  private static final class Xz {
    static InputStream open(InputStream packed, int maxKib) throws IOException {
      return new XZInputStream(packed, maxKib);
    }
  }
}
