package app.lineup.stages.load;

import app.lineup.engine.accumulate.Accumulation;
import app.lineup.engine.accumulate.Gatherer;
import app.lineup.engine.accumulate.ItemCodec;
import app.lineup.engine.accumulate.IteratorAccumulator;
import app.lineup.engine.accumulate.SourceRegistry;
import app.lineup.engine.accumulate.VersionedSource;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;
import app.lineup.provider.input.ListInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A list that comes through a pipe, for a run that reads it twice: its bytes, unpacked, come to rest while it is read for
/// the first time, and later readings find them there. The first reading has to end before the next one begins.
/// Thread-safe; each stream is used by one thread.
///
/// What rests is found by its name in the run's sources, which own it.
public final class RestedInput implements ListInput {

  private final ListInput pipe;
  private final String name;
  private final SourceRegistry sources;
  private final Places places;

  private RestedInput(ListInput pipe, String name, SourceRegistry sources, Places places) {
    this.pipe = pipe;
    this.name = name;
    this.sources = sources;
    this.places = places;
  }

  /// `input` itself where it can be read as often as one likes.
  ///
  /// @param name    what its bytes are called among `sources`
  /// @param sources where they are found
  /// @param places  says how they rest; asked when they begin to
  public static ListInput of(ListInput input, String name, SourceRegistry sources, Places places) {
    return input.isReadTwice() ? input : new RestedInput(input, name, sources, places);
  }

  /// Says how items rest.
  @FunctionalInterface
  public interface Places {
    <T> Accumulation<T> of(ItemCodec<T> codec);
  }

  @Override
  public String label() {
    return pipe.label();
  }

  @Override
  public OptionalLong size() {
    return pipe.size();
  }

  @Override
  public boolean isReadTwice() {
    return true;
  }

  @Override
  public boolean isSlow() throws PipelineException {
    return rested().isEmpty() && pipe.isSlow();
  }

  @Override
  public boolean mayStall() {
    return rested().isEmpty() && pipe.mayStall();
  }

  @Override
  public byte[] head(int count) throws PipelineException, InterruptedException {
    return pipe.head(count);
  }

  @Override
  public InputStream open() throws PipelineException {
    Optional<VersionedSource<BytePiece>> known = rested();
    return known.isPresent() ? new Resting(known.get())
        : new Passing(pipe.open(), new IteratorAccumulator<>(places.of(new BytePiece.Codec())));
  }

  private Optional<VersionedSource<BytePiece>> rested() {
    return sources.find(name, BytePiece.class);
  }

  /// What passed cannot change.
  @Override
  public void verifyUnchanged() {}

  @Override
  public void approve() {
    pipe.approve();
  }

  @Override
  public PipelineException explain(IOException why) {
    return why instanceof NoRest failure ? failure.problem : pipe.explain(why);
  }

  /// What came to rest could not be kept, or not be found again.
  private static final class NoRest extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient PipelineException problem;

    NoRest(PipelineException problem) {
      super(problem);
      this.problem = problem;
    }
  }

  private static IOException cancelled() {
    Thread.currentThread().interrupt();
    return new ClosedByInterruptException();
  }

  /// Gives the pipe's bytes and keeps them.
  private final class Passing extends InputStream {

    private static final int PIECE_BYTES = 256 * 1024;

    private final InputStream from;
    private final Gatherer<BytePiece> place;
    private byte[] piece = new byte[PIECE_BYTES];
    private int used;
    private boolean ended;

    Passing(InputStream from, Gatherer<BytePiece> place) {
      this.from = from;
      this.place = place;
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
          sources.register(name, BytePiece.class, place.seal(label()));
        }
      } catch (PipelineException e) {
        throw new NoRest(e);
      } catch (InterruptedException _) {
        throw cancelled();
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

  /// Gives the bytes that rest.
  private static final class Resting extends InputStream {

    private final VersionedSource<BytePiece> source;
    private @Nullable PipelineIterator<BytePiece> pieces;
    private BytePiece piece = new BytePiece(new byte[0], 0, 0);
    private int next;

    Resting(VersionedSource<BytePiece> source) {
      this.source = source;
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
        throw new NoRest(e);
      } catch (InterruptedException _) {
        throw cancelled();
      }
    }

    @Override
    public void close() {
      PipelineIterator<BytePiece> open = pieces;
      if (open != null) {
        open.close();
      }
    }
  }
}
