package app.lineup.xmltv;

/// An element that can be published.
///
/// @param bytes what holds it; read only
/// @param from  its first byte
/// @param to    after its last one
/// @param own   whether the array is not the one it was cut from
record Piece(byte[] bytes, int from, int to, boolean own) {}
