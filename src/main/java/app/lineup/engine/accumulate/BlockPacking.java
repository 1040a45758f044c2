package app.lineup.engine.accumulate;

import java.util.Arrays;

/// How the bytes of a block are made fewer while they rest. Thread-safe.
public interface BlockPacking {

  /// As they are.
  BlockPacking NONE = new BlockPacking() {
    @Override
    public String form() {
      return "";
    }

    @Override
    public byte[] pack(byte[] bytes, int length) {
      return Arrays.copyOf(bytes, length);
    }

    @Override
    public byte[] unpack(byte[] packed) {
      return packed;
    }
  };

  /// Names the form of what it writes, empty for bytes as they are. A file says it, so that one of another form is recognised.
  String form();

  /// The packed form of the first bytes of an array.
  ///
  /// @param bytes  what is to be packed, and perhaps more; read only
  /// @param length how many of them
  byte[] pack(byte[] bytes, int length);

  /// The bytes that were packed. The array may be the same one; nobody writes to either.
  ///
  /// @throws DamagedRecordsException if this is nothing that was packed so
  byte[] unpack(byte[] packed) throws DamagedRecordsException;
}
