package app.lineup.engine.record;

/// Some items written one behind the other, ready for [RecordFileWriter#append]. Immutable.
///
/// @param bytes as they go into the file; nobody changes the array afterwards
/// @param items how many items they hold
public record RecordBlock(byte[] bytes, int items) {}
