package app.lineup.engine.accumulate;

/// Some items written one behind the other, ready for [RecordFileWriter#append]. Immutable.
///
/// @param bytes    as they go into the file; nobody changes the array afterwards
/// @param rawBytes how many bytes they are once unpacked; as many as there are where nothing was packed
/// @param items    how many items they hold
public record RecordBlock(byte[] bytes, int rawBytes, int items) {}
