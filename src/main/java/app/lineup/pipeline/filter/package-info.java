/// Filtering: which channels stay. In come slices of blocks; out go the same blocks with fewer entries in them. Begin
/// with [Filterings], the table of strategies: all but the one that lets everything pass do the same (`FilterStep`).
package app.lineup.pipeline.filter;
