/// Putting items in order, however many there are: runs that fit into memory are sorted and written, and merged when
/// they are read. Begin with [SortedRuns].
package app.lineup.engine.sort;
