package app.lineup.io.input;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.VersionedSource;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives bytes that rest. Not thread-safe; used by one thread.
///
/// What fails while they are read is a [RestException]; an interrupt is what it is for a read that waits.
public final class PieceStream extends InputStream {

  private final VersionedSource<BytePiece> source;
  private final Runnable whenClosed;
  private @Nullable PipelineIterator<BytePiece> pieces;
  private BytePiece piece = new BytePiece(new byte[0], 0, 0);
  private int next;

  /// @param source the bytes; it stays the caller's to close
  PieceStream(VersionedSource<BytePiece> source) {
    this(source, () -> {});
  }

  /// @param source     the bytes
  /// @param whenClosed told when nobody reads them here any more
  public PieceStream(VersionedSource<BytePiece> source, Runnable whenClosed) {
    this.source = source;
    this.whenClosed = whenClosed;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? piece.bytes()[piece.from() + next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, piece.length() - next);
    System.arraycopy(piece.bytes(), piece.from() + next, bytes, offset, count);
    next += count;
    return count;
  }

  private boolean hasMore() throws IOException {
    try {
      PipelineIterator<BytePiece> open = pieces;
      if (open == null) {
        open = source.open();
        pieces = open;
      }
      while (next == piece.length()) {
        if (!(open.nextChunk(1) instanceof IteratorResult.Items<BytePiece>(List<BytePiece> one))) {
          return false;
        }
        piece = one.getFirst();
        next = 0;
      }
      return true;
    } catch (PipelineException e) {
      throw new RestException(e);
    } catch (InterruptedException _) {
      throw Interrupts.whileReading();
    }
  }

  @Override
  public void close() {
    PipelineIterator<BytePiece> open = pieces;
    if (open != null) {
      open.close();
    }
    whenClosed.run();
  }
}
