/// What the program talks about: entries of lists, sources, rules, numbers, reports. It imports nothing of ours, so
/// that every room can speak of the same things. Nothing is read, decided or written here; most of it is records and
/// sealed types.
///
/// Lists go through a run as blocks: a [ChannelBlock] is the provider's bytes of neighbouring entries and columns of
/// numbers that say where things stand in them. A chunk is a slice of one ([ChannelSlice], [NumberedSlice],
/// [EnrichedSlice]), and a list for whoever does not know blocks. A [Channel] is one entry taken out, for whoever keeps
/// it. Begin with [ChannelBlock], then [ChannelSlice]; blocks that are done with go back to their [BlockPool].
package app.lineup.model;
