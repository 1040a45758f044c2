package app.lineup.provider.input;

import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/// A list, ready to be read: any number of times or, where it comes through a pipe, once. Thread-safe; each stream is
/// used by one thread.
public interface ListInput {

  /// What to call it in a message; carries no credential.
  String label();

  /// How many bytes it has, packed or not, where that is known before it is read.
  OptionalLong size();

  /// Whether [#open] works more than once.
  boolean isReadTwice();

  /// Whether unpacking it takes longer than all that is then done with it, so that a thread of its own pays.
  ///
  /// @throws PipelineException if it cannot be read
  boolean isSlow() throws PipelineException;

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

  /// Makes sure that what was read is what was there when it was prepared.
  ///
  /// @throws PipelineException if it changed or is gone
  void verifyUnchanged() throws PipelineException;

  /// Says that it was read to its end and is a playlist that has channels.
  void approve();

  /// What a failed read of this list means to its reader.
  PipelineException explain(IOException why);
}
