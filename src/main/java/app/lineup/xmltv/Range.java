package app.lineup.xmltv;

/// A part of an array of bytes.
///
/// @param from its first byte
/// @param to   after its last one
record Range(int from, int to) {}
