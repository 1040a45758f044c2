/// M3U lists as sources of channels. In comes a list as a stream of bytes; out go its entries in blocks, and a report
/// of what was odd. Begin with [M3uList], a list whose beginning was looked at.
///
/// A reader cuts the list into blocks of whole entries (`BlockIterator`) and says which group lasts at the start of
/// each; then each can be scanned by itself, on any thread. Who is fused with the stages behind takes [ListParts] and
/// scans them there; who is not asks [M3uList] for an iterator of channels.
package app.lineup.m3u.scan;
