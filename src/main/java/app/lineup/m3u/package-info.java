/// The grammar of M3U lists: what reading ([app.lineup.m3u.scan]) and writing ([app.lineup.m3u.write]) share, such as
/// where lines end, which attribute stands for which field, and in which charset bytes were written.
///
/// A block with a list's lines comes in; the scanner notes in its columns where each entry and its parts stand, and
/// what was odd. Out go, by way of the writer, the bytes of entries as they will be published.
package app.lineup.m3u;
