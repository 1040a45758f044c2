package app.lineup.library.edits;

/// Some edits of a batch, packed. Immutable; nobody writes to its bytes.
///
/// @param batch  the batch that they belong to
/// @param number which page of the batch it is, from 0
/// @param packed the edits in their form, see [PageForm]
public record EditPage(long batch, int number, byte[] packed) {}
