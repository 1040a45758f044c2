package app.lineup.serve;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.LongConsumer;

/// A stretch of an open file. Reading it moves nobody's position, so that many threads can share one channel.
///
/// @param file   the file
/// @param from   its first byte
/// @param length how many bytes
record Slice(FileChannel file, long from, long length) {

  /// Writes all of it.
  ///
  /// @param pieceBytes how much is read and written at a time
  /// @param written    hears how many bytes went out, piece by piece
  /// @throws IOException also if the file ends before the stretch does
  void writeTo(OutputStream out, int pieceBytes, LongConsumer written) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(pieceBytes, length));
    long done = 0;
    while (done < length) {
      piece.clear().limit((int) Math.min(piece.capacity(), length - done));
      int count = file.read(piece, from + done);
      if (count < 0) {
        throw new EOFException("the file is shorter than it was");
      }
      out.write(piece.array(), 0, count);
      // Or a buffer on the way collects several pieces, and grows to hold them.
      out.flush();
      done += count;
      written.accept(count);
    }
  }
}
