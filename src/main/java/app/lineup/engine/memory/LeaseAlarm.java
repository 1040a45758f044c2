package app.lineup.engine.memory;

/// A holder of data has taken so much of its allowance that something is done about it. Immutable.
///
/// @param owner          what is held
/// @param mark           the mark that was passed
/// @param bytes          how much is held
/// @param allowanceBytes how much is allowed before the holder has to give way
public record LeaseAlarm(String owner, LeaseMark mark, long bytes, long allowanceBytes) {}
