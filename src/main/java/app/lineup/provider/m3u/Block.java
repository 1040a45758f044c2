package app.lineup.provider.m3u;

/// Whole entries of a list, cut after an address line. The array is never written to again.
///
/// @param bytes what holds them
/// @param from  the first line's first byte
/// @param to    after the last line's end
record Block(byte[] bytes, int from, int to) {}
