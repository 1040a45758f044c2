package app.lineup.provider.m3u;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.StageMeter;
import app.lineup.problem.PipelineException;
import app.lineup.provider.input.Interrupts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a list in blocks of whole entries: plain reads into fresh arrays, because what channels look at must not change
/// under them. A block grows only where one entry is larger than it.
final class BlockIterator implements PipelineIterator<Block> {

  /// Small enough for several to be under way in a small heap, large enough that a block costs no more than its bytes.
  static final int BLOCK_BYTES = 256 * 1024;

  /// An entry that is larger than this is dropped; nothing real comes near.
  private static final int MAX_BLOCK_BYTES = 8 * 1024 * 1024;

  private static final int REST_BYTES = 64 * 1024;

  private final InputStream input;
  private final FailureExplainer failures;
  private final StageMeter meter;
  private final int maxLineBytes;
  private final int blockBytes;
  private int skip;
  private byte[] carried = new byte[0];
  private byte[] pending = new byte[0];
  private boolean ended;

  /// @param input        the list, unpacked
  /// @param failures     puts a failed read into words
  /// @param meter        counts the bytes
  /// @param maxLineBytes what is longer is shortened to one byte more than this, so that the scanner sees it
  /// @param blockBytes   how much is read at a time
  /// @param skip         bytes at the start that were read before: byte order mark and header
  BlockIterator(
      InputStream input, FailureExplainer failures, StageMeter meter, int maxLineBytes, int blockBytes, int skip) {
    this.input = input;
    this.failures = failures;
    this.meter = meter;
    this.maxLineBytes = maxLineBytes;
    this.blockBytes = blockBytes;
    this.skip = skip;
  }

  /// Puts a failed read into words.
  @FunctionalInterface
  interface FailureExplainer {
    PipelineException explain(IOException failure);
  }

  @Override
  public IteratorResult<Block> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    try {
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
    byte[] bytes = Arrays.copyOf(carried, Math.max(blockBytes, larger(carried.length)));
    int used = carried.length;
    while (true) {
      used = fill(bytes, used);
      int from = Math.min(skip, used);
      if (used < bytes.length) {
        ended = true;
        carried = new byte[0];
        return used == from ? null : new Block(bytes, from, used);
      }
      int cut = EntryCut.find(bytes, from, used);
      if (cut > from) {
        carried = Arrays.copyOfRange(bytes, cut, used);
        skip = 0;
        return new Block(bytes, from, cut);
      }
      if (used >= MAX_BLOCK_BYTES) {
        return dropEntry(bytes, from, used);
      }
      used = shortenLine(bytes, used);
      if (used == bytes.length) {
        bytes = Arrays.copyOf(bytes, larger(used));
      }
    }
  }

  private static int larger(int length) {
    return Math.min(MAX_BLOCK_BYTES, length * 2);
  }

  private int fill(byte[] bytes, int used) throws IOException {
    int at = used;
    while (at < bytes.length) {
      int count = read(bytes, at, bytes.length - at);
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
  private Block dropEntry(byte[] bytes, int from, int used) throws IOException {
    var entry = new LongEntry();
    // No address line ends in here, or the block would have been cut after it.
    entry.follow(bytes, from, used);
    byte[] rest = new byte[REST_BYTES];
    int have = 0;
    int at = 0;
    while (!entry.ended() && !ended) {
      have = fill(rest, 0);
      ended = have == 0;
      at = entry.follow(rest, 0, have);
    }
    carried = Arrays.copyOfRange(rest, at, have);
    skip = 0;
    return Block.lost(entry.lines());
  }

  @Override
  public void close() {
    ended = true;
    carried = new byte[0];
    try {
      input.close();
    } catch (IOException e) {
      // What was read stays right; a file that cannot be closed leaves nothing behind but its handle.
      throw new UncheckedIOException(e);
    }
  }
}
