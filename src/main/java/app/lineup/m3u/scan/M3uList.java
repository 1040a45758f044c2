package app.lineup.m3u.scan;

import app.lineup.engine.flow.Bridges;
import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.OnCompletion;
import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.Gatherer;
import app.lineup.engine.watch.StageMeter;
import app.lineup.io.input.BytePiece;
import app.lineup.io.input.Interrupts;
import app.lineup.io.input.ListInput;
import app.lineup.io.input.RestException;
import app.lineup.m3u.Header;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.ParseReport;
import app.lineup.model.Source;
import app.lineup.model.channel.BlockPool;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.Origin;
import app.lineup.model.channel.ScanReport;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// A list whose beginning was looked at and that can be read as often as its input can. Thread-safe; the report of the
/// reading that ended last is kept.
public final class M3uList implements VersionedSource<Channel> {

  private final Source source;
  private final ListInput input;
  private final ListHead head;
  private final Origin origin;
  private final ScanLimits limits;
  private final int blockBytes;
  private final SourceInfo info;
  private volatile ParseReport report;
  /// Where an earlier reading found no group line that may last, a later one need not look.
  private volatile LastingGroup lastReading;
  private volatile @Nullable Opening next;

  private M3uList(Source source, ListInput input, ListHead head, ScanLimits limits, int blockBytes) {
    this.source = source;
    this.input = input;
    this.head = head;
    this.limits = limits;
    this.blockBytes = blockBytes;
    this.origin = new Origin(source.name(), "m3u", input.label(), "", head.header().attributes());
    this.lastReading = new LastingGroup(limits);
    this.info = new SourceInfo(1, Instant.now(), OptionalLong.empty(), source.name());
    this.report = new ReportBuilder(source.name(), head).soFar();
  }

  /// Looks at the beginning of a list.
  ///
  /// @throws PipelineException    if it cannot be read or is no playlist (`M3U-6` and `M3U-36`)
  /// @throws InterruptedException if the run was cancelled
  public static M3uList of(Source source, ListInput input, ScanLimits limits)
      throws PipelineException, InterruptedException {
    return of(source, input, limits, BlockIterator.BLOCK_BYTES);
  }

  static M3uList of(Source source, ListInput input, ScanLimits limits, int blockBytes)
      throws PipelineException, InterruptedException {
    byte[] bytes = input.head(ListHead.bytes(limits));
    return new M3uList(source, input, ListHead.read(bytes, bytes.length, limits, input.label()), limits, blockBytes);
  }

  /// The source that this is a state of.
  public Source source() {
    return source;
  }

  /// Where the list is, fit for a message.
  public String label() {
    return input.label();
  }

  /// About how many bytes it has, unpacked, where anything is known of that before it is read.
  public OptionalLong likelySize() {
    return input.likelySize();
  }

  /// The list's header line.
  public Header header() {
    return head.header();
  }

  /// What was seen while it was read, to its end or as far as somebody wanted it; before that, what its beginning
  /// shows.
  public ParseReport report() {
    return report;
  }

  @Override
  public PipelineIterator<Channel> open() throws PipelineException, InterruptedException {
    return open(StageMeter.unwatched(), ScanFilter.ALL, Optional.empty());
  }

  /// A reader that scans each block on the thread that pulls.
  ///
  /// @param meter  counts the bytes that are read
  /// @param wanted which entries are given; only a reading of all makes a report
  /// @param bridges where a list that may stall is read on a thread of its own
  public PipelineIterator<Channel> open(StageMeter meter, ScanFilter wanted, Optional<Bridges> bridges)
      throws PipelineException, InterruptedException {
    PipelineIterator<Block> blocks = blocks(meter, BlockPool.none(), bridges, () -> blockBytes);
    return reading(new ChunkIterator<>(blocks, scanning(wanted)), wanted);
  }

  /// A reader that scans blocks side by side, ahead of the thread that pulls.
  ///
  /// @param meter   counts the bytes that are read
  /// @param workers where blocks are scanned
  /// @param ahead   how many blocks may be under way, asked anew for each
  /// @param bytes   how much of the list is read at a time, asked anew for each block
  /// @param wanted  which entries are given; only a reading of all makes a report
  /// @param bridges where a list that is slow to unpack or may stall is read on a thread of its own
  public PipelineIterator<Channel> openAhead(
      StageMeter meter, ExecutorService workers, IntSupplier ahead, IntSupplier bytes, ScanFilter wanted,
      Optional<Bridges> bridges) throws PipelineException, InterruptedException {
    PipelineIterator<Block> blocks = blocks(meter, BlockPool.none(), bridges, bytes);
    return reading(new ParallelIterator<>(blocks, () -> scanning(wanted), workers, ahead, meter), wanted);
  }

  /// The list's blocks; where it is slow to unpack or may stall, read on a thread of their own.
  ///
  /// @param bytes how much is read at a time, asked anew for each block
  PipelineIterator<Block> blocks(StageMeter meter, BlockPool pool, Optional<Bridges> bridges, IntSupplier bytes)
      throws PipelineException, InterruptedException {
    boolean isThere = next != null;
    PipelineIterator<Block> blocks = blocks(meter, pool, bytes);
    if (bridges.isEmpty() || isThere) {
      return blocks;
    }
    boolean elsewhere = input.mayStall() || (bridges.get().pays() && input.isSlow());
    return elsewhere ? bridges.get().over(blocks, label(), Block::bytes) : blocks;
  }

  private PipelineIterator<Block> blocks(StageMeter meter, BlockPool pool, IntSupplier bytes)
      throws PipelineException, InterruptedException {
    var lasting = new LastingGroup(limits, lastReading.isNowhere());
    if (input.isReadTwice()) {
      lastReading = lasting;
    }
    return new BlockIterator(
        stream(), this::explain, meter, bytes, head.skip(), pool, lasting);
  }

  /// Where a reading takes its bytes from.
  @FunctionalInterface
  public interface Opening {
    InputStream open() throws PipelineException, InterruptedException;
  }

  /// Has the next reading take its bytes from somewhere else: they are what [#unpack] gave.
  public void nextFrom(Opening opening) {
    next = opening;
  }

  /// Has the next reading take its bytes from the list itself.
  public void forgetNext() {
    next = null;
  }

  private InputStream stream() throws PipelineException, InterruptedException {
    Opening opening = next;
    next = null;
    return opening == null ? input.open() : opening.open();
  }

  private PipelineException explain(IOException why) {
    return why instanceof RestException failure ? failure.problem() : input.explain(why);
  }

  /// Whether unpacking it takes longer than all that is then done with it.
  public boolean isSlow() {
    return input.isSlow();
  }

  /// Whether who reads it may wait for ever.
  public boolean mayStall() {
    return input.mayStall();
  }

  /// All its bytes, unpacked.
  ///
  /// @param place where they rest
  /// @throws PipelineException    if they cannot be read, or have no room
  /// @throws InterruptedException if the thread was interrupted
  public VersionedSource<BytePiece> unpack(Gatherer<BytePiece> place) throws PipelineException, InterruptedException {
    try {
      return input.unpack(place);
    } catch (ClosedByInterruptException e) {
      throw Interrupts.cancelled(e);
    } catch (IOException e) {
      throw explain(e);
    }
  }

  EntryScanner scanner(ScanFilter wanted) {
    return new EntryScanner(limits, origin, wanted);
  }

  private ChunkFunction<Block, ScannedBlock> scanning(ScanFilter wanted) {
    EntryScanner scanner = scanner(wanted);
    return blocks -> {
      List<ScannedBlock> scanned = new ArrayList<>(blocks.size());
      for (Block block : blocks) {
        scanned.add(scan(scanner, block, wanted));
      }
      return scanned;
    };
  }

  static ScannedBlock scan(EntryScanner scanner, Block block, ScanFilter wanted) {
    if (wanted == ScanFilter.MAY_HAVE_NUMBER && block.groupLasts()) {
      return scanner.scanNumbers(block.into(), block.from(), block.to(), block.group());
    }
    if (block.lost() == 0) {
      return scanner.scan(block.into(), block.from(), block.to(), block.group());
    }
    var finding = new Finding(1, FindingKind.ENTRY_TOO_LONG, "");
    block.into().report(new ScanReport(List.of(finding), block.lost(), 0, List.of()));
    return new ScannedBlock(block.into(), block.group());
  }

  private PipelineIterator<Channel> reading(PipelineIterator<ScannedBlock> scanned, ScanFilter wanted) {
    ReportBuilder builder = newReport();
    var joined = new ChunkIterator<>(scanned, new BlockJoin(builder));
    return new OnCompletion<>(joined, () -> ended(builder, wanted), () -> stopped(builder, wanted));
  }

  ReportBuilder newReport() {
    return new ReportBuilder(source.name(), head);
  }

  /// All entries were found: what was reported of them counts, and what was read is good.
  ///
  /// @throws PipelineException if the list was changed meanwhile
  void ended(ReportBuilder builder, ScanFilter wanted) throws PipelineException {
    input.verifyUnchanged();
    if (wanted == ScanFilter.ALL) {
      report = builder.build();
      if (report.entries() > 0) {
        input.approve();
      }
    }
  }

  /// Nobody wants more of it: what was reported so far counts.
  void stopped(ReportBuilder builder, ScanFilter wanted) {
    if (wanted == ScanFilter.ALL) {
      report = builder.soFar();
    }
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  /// Nothing to release: what was spooled belongs to whoever prepared the input.
  @Override
  public void close() {}
}
