package app.lineup.io.input;

import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.Gatherer;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// A list, ready to be read: any number of times or, where it comes through a pipe, once. Thread-safe; each stream is
/// used by one thread.
public interface ListInput {

  /// What to call it in a message; carries no credential.
  String label();

  /// About how many bytes it has, unpacked, where anything is known of that before it is read.
  OptionalLong likelySize();

  /// Whether [#open] works more than once.
  boolean isReadTwice();

  /// Whether unpacking it takes longer than all that is then done with it, so that a thread of its own pays.
  boolean isSlow();

  /// Whether who reads it may wait for ever, so that it is read on a thread of its own.
  boolean mayStall();

  /// The first bytes, unpacked; they come again from [#open].
  ///
  /// @param count how many; there are fewer only where the list is shorter
  /// @throws PipelineException    if it cannot be read
  /// @throws InterruptedException if the run was cancelled
  byte[] head(int count) throws PipelineException, InterruptedException;

  /// The list from its first byte on, unpacked. Ask for large blocks. What a read throws becomes a sentence through
  /// [#explain], but for what an interrupt makes of it.
  ///
  /// @throws PipelineException if it cannot be read, or not once more
  InputStream open() throws PipelineException;

  /// All its bytes, unpacked, brought to rest.
  ///
  /// @param place where they rest
  /// @throws IOException       if they cannot be read; it becomes a sentence as what a stream of [#open] throws does
  /// @throws PipelineException if they cannot be read, or not once more
  default VersionedSource<BytePiece> unpack(Gatherer<BytePiece> place) throws IOException, PipelineException {
    List<VersionedSource<BytePiece>> kept = new ArrayList<>(1);
    try (var stream = new KeepingStream(open(), place, label(), kept::add)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
    return kept.getFirst();
  }

  /// Makes sure that what was read is what was there when it was prepared.
  ///
  /// @throws PipelineException if it changed or is gone
  void verifyUnchanged() throws PipelineException;

  /// Says that it was read to its end and is a playlist that has channels.
  void approve();

  /// What a failed read of this list means to its reader.
  PipelineException explain(IOException why);
}
