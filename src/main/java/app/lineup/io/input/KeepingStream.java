package app.lineup.io.input;

import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.Gatherer;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/// Gives the bytes of a stream and keeps them. Not thread-safe; used by one thread.
///
/// What fails while they are kept is a [RestException]; an interrupt is what it is for a read that waits.
final class KeepingStream extends InputStream {

  private static final int PIECE_BYTES = 256 * 1024;

  private final InputStream from;
  private final Gatherer<BytePiece> place;
  private final String name;
  private final Consumer<VersionedSource<BytePiece>> kept;
  private byte[] piece = new byte[PIECE_BYTES];
  private int used;
  private boolean ended;

  /// @param from  the stream, closed with this
  /// @param place where its bytes rest; closed with this
  /// @param name  what they are, with credentials masked
  /// @param kept  is given all of them at the stream's end, and owns them from then on
  KeepingStream(InputStream from, Gatherer<BytePiece> place, String name, Consumer<VersionedSource<BytePiece>> kept) {
    this.from = from;
    this.place = place;
    this.name = name;
    this.kept = kept;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = ended ? -1 : from.read(bytes, offset, length);
    try {
      if (count >= 0) {
        keep(bytes, offset, count);
      } else if (!ended) {
        ended = true;
        keep();
        kept.accept(place.seal(name));
      }
    } catch (PipelineException e) {
      throw new RestException(e);
    } catch (InterruptedException _) {
      throw Interrupts.whileReading();
    }
    return count;
  }

  private void keep(byte[] bytes, int offset, int length) throws PipelineException, InterruptedException {
    for (int next = 0; next < length;) {
      int count = Math.min(length - next, piece.length - used);
      System.arraycopy(bytes, offset + next, piece, used, count);
      used += count;
      next += count;
      if (used == piece.length) {
        keep();
        piece = new byte[PIECE_BYTES];
      }
    }
  }

  private void keep() throws PipelineException, InterruptedException {
    if (used > 0) {
      place.add(List.of(new BytePiece(piece, 0, used)));
      used = 0;
    }
  }

  @Override
  public void close() throws IOException {
    try (place) {
      from.close();
    }
  }
}
