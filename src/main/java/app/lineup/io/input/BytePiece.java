package app.lineup.io.input;

import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.engine.record.ItemCodec;

/// Some bytes of a list, as they rest between two readings of it. Nobody changes the array.
///
/// @param bytes  where they stand
/// @param from   the index of the first one
/// @param length how many there are
public record BytePiece(byte[] bytes, int from, int length) {

  /// Writes each piece as a block of its own, as it is.
  public static final class Codec implements ItemCodec<BytePiece> {

    @Override
    public String form() {
      return "bytes of a list 1";
    }

    @Override
    public int blockItems() {
      return 1;
    }

    @Override
    public void write(BytePiece item, BlockWriter out) {
      out.raw(item.bytes(), item.from(), item.length());
    }

    @Override
    public BytePiece read(BlockReader in) {
      int from = in.position();
      int length = in.array().length - from;
      in.skip(length);
      return new BytePiece(in.array(), from, length);
    }

    @Override
    public BytePiece owned(BytePiece item) {
      return item;
    }

    @Override
    public long weigh(BytePiece item) {
      return item.length();
    }
  }
}
