package app.lineup.engine.accumulate;

/// Makes blocks smaller for the disk. Thread-safe: no state.
public interface BlockPacking {

  /// Names the form of what it packs.
  String form();

  /// The first `length` bytes, packed; `bytes` itself or anything at least as long where that makes nothing smaller.
  byte[] pack(byte[] bytes, int length);

  /// What was packed.
  ///
  /// @param rawBytes how many bytes it had before
  /// @throws IllegalArgumentException if this was not packed by [#pack]
  byte[] unpack(byte[] packed, int rawBytes);

  /// Leaves everything as it is.
  static BlockPacking none() {
    return NoPacking.INSTANCE;
  }
}
