package app.lineup.io.input;

import app.lineup.engine.record.ItemCodec;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.Accumulation;
import app.lineup.engine.rest.IteratorAccumulator;
import app.lineup.engine.rest.SourceRegistry;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/// A list that comes through a pipe, for a run that reads it twice: its bytes, unpacked, come to rest while it is read
/// for the first time, and later readings find them there. The first reading has to end before the next one begins.
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
  public OptionalLong likelySize() {
    return pipe.likelySize();
  }

  @Override
  public boolean isReadTwice() {
    return true;
  }

  @Override
  public boolean mayStall() {
    return rested().isEmpty() && pipe.mayStall();
  }

  @Override
  public boolean isSlow() {
    return rested().isEmpty() && pipe.isSlow();
  }

  @Override
  public byte[] head(int count) throws PipelineException, InterruptedException {
    return pipe.head(count);
  }

  @Override
  public InputStream open() throws PipelineException {
    Optional<VersionedSource<BytePiece>> known = rested();
    return known.isPresent() ? new PieceStream(known.get())
        : new KeepingStream(pipe.open(), new IteratorAccumulator<>(places.of(new BytePiece.Codec())), name,
            kept -> sources.register(name, BytePiece.class, kept));
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
    return why instanceof RestException failure ? failure.problem() : pipe.explain(why);
  }
}
