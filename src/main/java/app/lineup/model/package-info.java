/// What the program talks about: sources, rules, numbers, orders, reports. It imports nothing of ours, so that every
/// room can speak of the same things. Nothing is read, decided or written here; most of it is records and sealed types.
///
/// Channels and the blocks that hold them lie in [app.lineup.model.channel], programme guides in
/// [app.lineup.model.guide].
package app.lineup.model;
