package app.lineup.m3u.scan;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A block of a list that was read and is still to be scanned, or a list's end. Handed from thread to thread.
public final class ListPart {

  private final ListRun run;
  private final @Nullable Block block;

  ListPart(ListRun run, Block block) {
    this.run = run;
    this.block = block;
  }

  private ListPart(ListRun run) {
    this.run = run;
    this.block = null;
  }

  /// The end of a list.
  static ListPart end(ListRun run) {
    return new ListPart(run);
  }

  /// Reports what was found, in the order of the parts. Used by the run's thread, once the part was scanned.
  ///
  /// @throws PipelineException if the list has ended and is none to go on from
  public void done() throws PipelineException {
    if (block == null) {
      run.end();
    } else {
      run.add(block);
    }
  }

  /// What scans parts on one thread.
  public static ChunkFunction<ListPart, Channel> scanner() {
    return new Scanning();
  }

  /// Keeps the scanner of the list that it saw last. Not thread-safe; used by one thread at a time.
  private static final class Scanning implements ChunkFunction<ListPart, Channel> {

    private @Nullable ListRun of;
    private @Nullable EntryScanner scanner;

    @Override
    public List<Channel> apply(List<ListPart> parts) {
      // A pull gives one part, so that what is made of it is a slice of one block.
      return scan(parts.getFirst());
    }

    private List<Channel> scan(ListPart part) {
      Block block = part.block;
      if (block == null) {
        return List.of();
      }
      EntryScanner known = scanner;
      if (known == null || of != part.run) {
        known = part.run.scanner();
        scanner = known;
        of = part.run;
      }
      ScannedBlock scanned = M3uList.scan(known, block, part.run.wanted());
      block.scanned(scanned.block().report());
      if (scanned.block().size() == 0) {
        scanned.channels().release();
        return List.of();
      }
      return scanned.channels();
    }
  }
}
