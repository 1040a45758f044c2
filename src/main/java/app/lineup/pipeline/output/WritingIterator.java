package app.lineup.pipeline.output;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.StageMeter;
import app.lineup.files.Destination;
import app.lineup.model.PublishedFile;
import app.lineup.model.Target;
import app.lineup.model.channel.M3uEntry;
import app.lineup.model.channel.WrittenEntries;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;

/// Pulls everything, writes it, and gives the one file that came of it. Neighbours in one array are written in one go;
/// what is small goes through the buffer, if there is one. Chunks of written entries are released behind that.
final class WritingIterator implements PipelineIterator<PublishedFile> {

  private static final int DIRECT_BYTES = 64 * 1024;
  private static final byte[] LINE_END = {'\n'};

  private final PipelineIterator<M3uEntry> upstream;
  private final Destination destination;
  private final Target target;
  private final boolean durable;
  private final byte[] header;
  private final StageMeter meter;
  private final byte[] buffer;
  private int buffered;
  private long bytes;
  private long entries;
  private byte last = '\n';
  private boolean done;

  /// @param bufferBytes how much small things may gather in memory before they are written; 0 for none
  WritingIterator(
      PipelineIterator<M3uEntry> upstream,
      Destination destination,
      Target target,
      boolean durable,
      byte[] header,
      int bufferBytes,
      StageMeter meter) {
    this.upstream = upstream;
    this.destination = destination;
    this.target = target;
    this.durable = durable;
    this.header = header;
    this.buffer = new byte[bufferBytes];
    this.meter = meter;
  }

  @Override
  public IteratorResult<PublishedFile> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (done) {
      return new IteratorResult.Finished<>();
    }
    try {
      writeAll();
    } catch (ClosedByInterruptException | InterruptedIOException e) {
      // The write noticed that the run was cancelled before the next stage could.
      boolean _ = Thread.interrupted();
      throw (InterruptedException) new InterruptedException("cancelled while the playlist was written").initCause(e);
    } catch (IOException e) {
      throw OutputFailure.of(target, e);
    }
    done = true;
    return new IteratorResult.Items<>(List.of(new PublishedFile(target.toString(), entries, bytes, durable)));
  }

  private void writeAll() throws PipelineException, InterruptedException, IOException {
    write(header, 0, header.length);
    // All that may be had at once: how much that is changes with the pressure, while this call goes on.
    while (upstream.nextChunk(Integer.MAX_VALUE) instanceof IteratorResult.Items<M3uEntry>(List<M3uEntry> chunk)) {
      if (chunk instanceof WrittenEntries written) {
        writeRange(written.bytes(), written.from(), written.to());
        written.release();
      } else {
        writeOneByOne(chunk);
      }
      entries += chunk.size();
    }
    if (entries == 0) {
      throw new PipelineException(
          PipelineException.Kind.USER, target.toString(),
          "no channel is left to write; what was there before is untouched",
          "Loosen the filters or the rules that remove channels.");
    }
    flush();
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled before the playlist was put in place");
    }
    destination.commit();
  }

  private void writeOneByOne(List<M3uEntry> chunk) throws IOException {
    M3uEntry first = chunk.getFirst();
    M3uEntry before = first;
    for (M3uEntry entry : chunk.subList(1, chunk.size())) {
      if (!entry.follows(before) || !endsLine(before)) {
        writeRange(first.bytes(), first.from(), before.from() + before.length());
        first = entry;
      }
      before = entry;
    }
    writeRange(first.bytes(), first.from(), before.from() + before.length());
  }

  private static boolean endsLine(M3uEntry entry) {
    return isLineEnd(entry.bytes()[entry.from() + entry.length() - 1]);
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /// A list may end without a line end; what follows it must not stick to its last address.
  private void writeRange(byte[] array, int from, int to) throws IOException {
    if (!isLineEnd(last)) {
      write(LINE_END, 0, 1);
    }
    write(array, from, to - from);
    last = array[to - 1];
  }

  private void write(byte[] array, int from, int length) throws IOException {
    bytes += length;
    meter.addBytes(length);
    if (length >= Math.min(DIRECT_BYTES, buffer.length)) {
      flush();
      destination.write(array, from, length);
      return;
    }
    if (length > buffer.length - buffered) {
      flush();
    }
    System.arraycopy(array, from, buffer, buffered, length);
    buffered += length;
  }

  private void flush() throws IOException {
    if (buffered > 0) {
      destination.write(buffer, 0, buffered);
      buffered = 0;
    }
  }

  @Override
  public void close() {
    try (upstream) {
      destination.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
