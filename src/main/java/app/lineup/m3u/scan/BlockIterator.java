package app.lineup.m3u.scan;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.BusyTime;
import app.lineup.engine.watch.StageMeter;
import app.lineup.io.input.Interrupts;
import app.lineup.model.channel.BlockPool;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Reads a list in blocks of whole entries: plain reads into blocks that are used again once they were released. A
/// block grows only where one entry is larger than it. Not thread-safe; used by the thread that pulls.
final class BlockIterator implements PipelineIterator<Block> {

  /// Small enough for several to be under way in a small heap, large enough that a block costs no more than its bytes.
  static final int BLOCK_BYTES = 256 * 1024;

  /// An entry that is larger than this is dropped; nothing real comes near.
  private static final int MAX_BLOCK_BYTES = 8 * 1024 * 1024;

  private static final int REST_BYTES = 64 * 1024;

  /// More than most entries have.
  private static final int CARRIED_BYTES = 4 * 1024;

  private final InputStream input;
  private final FailureExplainer failures;
  private final StageMeter meter;
  private final int maxLineBytes;
  private final IntSupplier blockBytes;
  private final BlockPool pool;
  private final LastingGroup lasting;
  private int skip;
  /// What was read behind the last block's end.
  private byte[] carried = {};
  private int carriedLength;
  private byte[] pending = {};
  private boolean ended;

  /// @param input      the list, unpacked
  /// @param failures   puts a failed read into words
  /// @param meter      counts the bytes
  /// @param blockBytes how much is read at a time, asked anew for each block
  /// @param skip       bytes at the start that were read before: byte order mark and header
  /// @param pool       where blocks come from
  /// @param lasting    follows the lasting groups; a line that is longer than its limit is shortened to one byte more,
  ///     so that the scanner sees it
  BlockIterator(
      InputStream input, FailureExplainer failures, StageMeter meter, IntSupplier blockBytes, int skip, BlockPool pool,
      LastingGroup lasting) {
    this.input = input;
    this.failures = failures;
    this.meter = meter;
    this.maxLineBytes = lasting.maxLineBytes();
    this.lasting = lasting;
    this.blockBytes = blockBytes;
    this.skip = skip;
    this.pool = pool;
  }

  /// Puts a failed read into words.
  @FunctionalInterface
  interface FailureExplainer {
    PipelineException explain(IOException failure);
  }

  @Override
  public IteratorResult<Block> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    try (var _ = BusyTime.of(meter)) {
      Block block = read();
      return block == null ? new IteratorResult.Finished<>() : new IteratorResult.Items<>(List.of(block));
    } catch (ClosedByInterruptException e) {
      throw Interrupts.cancelled(e);
    } catch (IOException e) {
      throw failures.explain(e);
    }
  }

  private @Nullable Block read() throws IOException {
    if (ended) {
      return null;
    }
    int wanted = Math.max(blockBytes.getAsInt(), larger(carriedLength));
    ChannelBlock into = pool.take(wanted);
    byte[] bytes = into.bytes();
    System.arraycopy(carried, 0, bytes, 0, carriedLength);
    int used = carriedLength;
    while (true) {
      used = fill(bytes, used, wanted);
      int from = Math.min(skip, used);
      if (used < wanted) {
        ended = true;
        carriedLength = 0;
        if (used == from) {
          into.all().release();
        }
        Block last = used == from ? null : block(into, bytes, from, used);
        lasting.end();
        return last;
      }
      int cut = EntryCut.find(bytes, from, used);
      if (cut > from) {
        carry(bytes, cut, used);
        skip = 0;
        return block(into, bytes, from, cut);
      }
      if (used >= MAX_BLOCK_BYTES) {
        return dropEntry(into, bytes, from, used);
      }
      used = shortenLine(bytes, used);
      if (used == wanted) {
        wanted = larger(used);
        if (wanted > bytes.length) {
          bytes = Arrays.copyOf(bytes, wanted);
        }
      }
    }
  }

  private Block block(ChannelBlock into, byte[] bytes, int from, int to) {
    into.begin(bytes, to);
    String group = lasting.group();
    return new Block(into, from, to, group, !lasting.follow(bytes, from, to));
  }

  private void carry(byte[] bytes, int from, int to) {
    carriedLength = to - from;
    if (carried.length < carriedLength) {
      carried = new byte[Math.max(carriedLength, CARRIED_BYTES)];
    }
    System.arraycopy(bytes, from, carried, 0, carriedLength);
  }

  private static int larger(int length) {
    return Math.min(MAX_BLOCK_BYTES, length * 2);
  }

  private int fill(byte[] bytes, int used, int to) throws IOException {
    int at = used;
    while (at < to) {
      int count = read(bytes, at, to - at);
      if (count < 0) {
        break;
      }
      at += count;
    }
    return at;
  }

  private int read(byte[] bytes, int from, int length) throws IOException {
    if (pending.length > 0) {
      int count = Math.min(pending.length, length);
      System.arraycopy(pending, 0, bytes, from, count);
      pending = Arrays.copyOfRange(pending, count, pending.length);
      return count;
    }
    int count = input.read(bytes, from, length);
    meter.addBytes(Math.max(0, count));
    return count;
  }

  /// A line past the limit is read to its end, but only as much of it is kept as shows that it is too long.
  private int shortenLine(byte[] bytes, int used) throws IOException {
    int lineFrom = EntryCut.lastLine(bytes, used);
    // A carriage return at the very end may end the line: what follows is known when more was read.
    if (used - lineFrom <= maxLineBytes + 1 || bytes[used - 1] == '\r') {
      return used;
    }
    // Never smaller than what is pending, which is a part of one like it.
    byte[] rest = new byte[REST_BYTES];
    int have = 0;
    int lineEnd = 0;
    while (lineEnd == have && have >= 0) {
      have = read(rest, 0, rest.length);
      lineEnd = EntryCut.lineEnd(rest, 0, Math.max(0, have));
    }
    pending = have < 0 ? new byte[0] : Arrays.copyOfRange(rest, lineEnd, have);
    return lineFrom + maxLineBytes + 1;
  }

  /// Reads on to the end of the entry, keeping nothing but the count of its lines.
  private Block dropEntry(ChannelBlock into, byte[] bytes, int from, int used) throws IOException {
    var entry = new LongEntry();
    // No address line ends in here, or the block would have been cut after it.
    entry.follow(bytes, from, used);
    byte[] rest = new byte[REST_BYTES];
    int have = 0;
    int at = 0;
    while (!entry.ended() && !ended) {
      have = fill(rest, 0, rest.length);
      ended = have == 0;
      at = entry.follow(rest, 0, have);
    }
    carry(rest, at, have);
    skip = 0;
    into.begin(bytes, 0);
    return Block.lost(into, lasting.group(), entry.lines());
  }

  @Override
  public void close() {
    ended = true;
    carriedLength = 0;
    try {
      input.close();
    } catch (IOException e) {
      // What was read stays right; a file that cannot be closed leaves nothing behind but its handle.
      throw new UncheckedIOException(e);
    }
  }
}
