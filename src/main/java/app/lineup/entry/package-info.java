/// The grammar of one M3U entry: how it is found in bytes, read, changed and written. Used wherever entries are read or
/// made; the rows of `INPUTS` are kept here.
///
/// In comes a block with a list's lines; [EntryScanner] notes in its columns where each entry and its parts stand, and
/// what was odd. [LastingGroup] tells which group lasts at the start of each block. Out go, by way of [EntryWriter],
/// the bytes of entries as they will be published: ranges that nothing changed as they stand, the others stitched
/// together. Begin with [EntryScanner] and [EntryWriter].
package app.lineup.entry;
