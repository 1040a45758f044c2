package app.lineup.start;

import java.nio.file.Path;

/// What became of a start cache.
public sealed interface StartState {

  /// The JVM takes it.
  record Used(Path file) implements StartState {}

  /// The JVM does not take it, and starts more slowly.
  ///
  /// @param why        what is in the way
  /// @param jvmReason  the same in the JVM's own words, for those who can make something of it; may be empty
  record Refused(Path file, Why why, String jvmReason) implements StartState {}

  /// There is none.
  record Missing() implements StartState {}

  /// Why the JVM does not take a cache.
  enum Why {
    /// It was cut short or changed, or is no cache at all.
    DAMAGED,
    /// It was made for another build of the program, or for the same one at another place.
    OTHER_PROGRAM,
    /// It was made by another java.
    OTHER_JAVA,
    /// It was made for other options of the JVM.
    OTHER_OPTIONS,
    /// Something else.
    UNKNOWN
  }
}
