package app.lineup.engine.accumulate;

import java.util.Arrays;

/// Leaves blocks as they are.
enum NoPacking implements BlockPacking {
  INSTANCE;

  @Override
  public String form() {
    return "plain";
  }

  @Override
  public byte[] pack(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  @Override
  public byte[] unpack(byte[] packed, int rawBytes) {
    return packed;
  }
}
