package app.lineup.store;

import app.lineup.engine.accumulate.BlockPacking;
import app.lineup.engine.accumulate.DamagedRecordsException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/// Packs blocks with LZ4: about a quarter is left of channels, and they are unpacked nearly as fast as a disk gives them.
/// Thread-safe.
///
/// The library's plain Java is used: its native code would be unpacked into the folder for temporary files, and its variant
/// with `Unsafe` measured no faster.
public final class Lz4Packing implements BlockPacking {

  /// Before the packed bytes: how many they were.
  private static final int HEADER_BYTES = Integer.BYTES;
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  /// What a byte can stand for at most: the longest match that one more byte of length adds.
  private static final long MOST_FROM_A_BYTE = 255;

  @Override
  public String form() {
    return "lz4";
  }

  @Override
  public byte[] pack(byte[] bytes, int length) {
    byte[] packed = new byte[HEADER_BYTES + Library.COMPRESSOR.maxCompressedLength(length)];
    INT.set(packed, 0, length);
    int used = Library.COMPRESSOR.compress(bytes, 0, length, packed, HEADER_BYTES);
    return Arrays.copyOf(packed, HEADER_BYTES + used);
  }

  @Override
  public byte[] unpack(byte[] packed) throws DamagedRecordsException {
    if (packed.length <= HEADER_BYTES) {
      throw new DamagedRecordsException("a packed block is too short");
    }
    int length = (int) INT.get(packed, 0);
    int rest = packed.length - HEADER_BYTES;
    // A damaged length must not ask for all memory.
    if (length < 0 || length > rest * MOST_FROM_A_BYTE) {
      throw new DamagedRecordsException("the length of a packed block is wrong");
    }
    byte[] bytes = new byte[length];
    try {
      int given = Library.DECOMPRESSOR.decompress(packed, HEADER_BYTES, rest, bytes, 0);
      if (given == length) {
        return bytes;
      }
    } catch (LZ4Exception _) {
      // What the library says of it helps nobody.
    }
    throw new DamagedRecordsException("a packed block cannot be unpacked");
  }

  /// What is packed with. The library finds its own parts by reflection, which most runs can do without: they pack
  /// nothing.
  private static final class Library {

    static final LZ4Compressor COMPRESSOR = LZ4Factory.safeInstance().fastCompressor();
    static final LZ4SafeDecompressor DECOMPRESSOR = LZ4Factory.safeInstance().safeDecompressor();
  }
}
