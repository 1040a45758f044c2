package app.lineup.model.channel;

/// The bytes of one entry as they will be published: a part of an array that several entries may share. Neighbours in
/// one array are written in one go. Nobody changes the array afterwards.
///
/// @param bytes  the array
/// @param from   the entry's first byte
/// @param length how many bytes it has, its last line end included where it has one
public record M3uEntry(byte[] bytes, int from, int length) {

  /// Whether this entry stands right behind `before` in the same array.
  @SuppressWarnings("ReferenceEquality") // The question is whether it is one array, not whether two say the same.
  public boolean follows(M3uEntry before) {
    return bytes == before.bytes && from == before.from + before.length;
  }
}
