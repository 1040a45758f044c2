package app.lineup.engine.memory;

/// What one holder of data says that it holds. Nobody guesses from outside (decision 39). Thread-safe; opened by
/// [LeaseBook#open].
public interface MemoryLease extends AutoCloseable {

  /// Says how many bytes are held now, in place of what was said before. Less is always granted.
  ///
  /// @param bytes 0 or more
  /// @return false where all leases together would exceed the limit although every holder was asked to release what it
  ///     can: what was said before still counts, and the holder gives something up or ends the run
  boolean trySetBytes(long bytes);

  /// How many bytes are held, as was said last.
  long bytes();

  /// Holds nothing any more. May be called twice.
  @Override
  void close();
}
