package app.lineup.io.input;

import app.lineup.engine.flow.Readers;
import app.lineup.problem.PipelineException;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Waits for what comes from outside: as long as it is allowed to, or for ever where nobody reads for it. Immutable,
/// thread-safe.
///
/// @param readers threads that read, and how long they are waited for
record Waiting(Optional<Readers> readers) {

  /// What `work` gives.
  ///
  /// @param subject what it reads; carries no credential
  /// @param alive   grows with each byte that comes
  <T> T await(String subject, LongSupplier alive, Readers.Work<T> work) throws PipelineException, InterruptedException {
    return readers.isPresent() ? readers.get().await(subject, alive, work) : work.get();
  }
}
