/// The lineup that the window shows: the channels of a plan, kept in a file and searched there. Begin with
/// [LineupBuild] and [Lineup].
package app.lineup.app.lineup;
