package app.lineup.io.input;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A list that comes through a pipe and is unpacked as it comes: it can be read once, and nothing of it is kept.
/// Thread-safe; its stream is used by one thread.
final class PassingInput implements ListInput, AutoCloseable {

  private final String label;
  private final Packing packing;
  private final InputLimits limits;
  private final InputStream unpacked;
  private final Waiting waiting;
  private final CountedStream count;
  private byte[] head = new byte[0];
  private boolean opened;

  /// @param label  what to call it, with credentials masked
  /// @param packed the list from its first byte on, closed with this
  /// @param count  how many bytes of it came so far
  /// @param waiting waits for its first bytes
  PassingInput(String label, Packing packing, InputStream packed, CountedStream count, InputLimits limits,
      Waiting waiting)
      throws IOException {
    this.label = label;
    this.packing = packing;
    this.limits = limits;
    this.waiting = waiting;
    this.count = count;
    this.unpacked = switch (packing) {
      case NONE -> packed;
      case GZIP, BZIP2, XZ -> new BoundedStream(
          Unpacking.open(packing, packed, limits.maxUnpackerKib()), limits, count::bytes);
      case ZIP -> throw new IllegalArgumentException("a zip archive is read from its end");
    };
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public OptionalLong likelySize() {
    return OptionalLong.empty();
  }

  @Override
  public boolean isReadTwice() {
    return false;
  }

  @Override
  public boolean isSlow() {
    return packing.isSlow();
  }

  @Override
  public boolean mayStall() {
    return true;
  }

  @Override
  public synchronized byte[] head(int wanted) throws PipelineException, InterruptedException {
    if (head.length < wanted && !opened) {
      int before = head.length;
      byte[] more = waiting.await(label, count::bytes, () -> read(wanted - before));
      head = Arrays.copyOf(head, before + more.length);
      System.arraycopy(more, 0, head, before, more.length);
    }
    return head.length <= wanted ? head : Arrays.copyOf(head, wanted);
  }

  private byte[] read(int count) throws PipelineException, InterruptedException {
    try {
      return unpacked.readNBytes(count);
    } catch (ClosedByInterruptException e) {
      throw Interrupts.cancelled(e);
    } catch (IOException e) {
      throw explain(e);
    }
  }

  @Override
  public synchronized InputStream open() throws PipelineException {
    if (opened) {
      throw new PipelineException(Kind.INTERNAL, label, "it comes through a pipe and was read before",
          "Save what comes from it in a file first, and give that.");
    }
    opened = true;
    byte[] begun = head;
    head = new byte[0];
    return new SequenceInputStream(new ByteArrayInputStream(begun), unpacked);
  }

  /// What passed cannot change.
  @Override
  public void verifyUnchanged() {}

  @Override
  public void approve() {}

  @Override
  public PipelineException explain(IOException why) {
    for (@Nullable Throwable one = why; one != null; one = one.getCause()) {
      if (one instanceof CountedStream.TooMuchException) {
        return CountedStream.tooMuch(label, limits);
      }
    }
    return new Damage(label, Kind.USER).explain(why);
  }

  /// Lets go of the pipe. May be called twice.
  @Override
  public void close() {
    try {
      unpacked.close();
    } catch (IOException e) {
      System.getLogger(PassingInput.class.getName()).log(System.Logger.Level.DEBUG, "a pipe was not closed", e);
    }
  }
}
