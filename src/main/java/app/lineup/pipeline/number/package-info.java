/// Channel Numbering: which number a channel gets. In come slices of blocks in their order; the numbers are written
/// into the block, and what goes out is the same slice with its numbers. Begin with [StreamingNumbering]; `KeepNumbers`
/// has the two passes of `keep` and ranges, [StickyNumbers] what is remembered of earlier runs, `TakenNumbers` the
/// numbers that are gone.
package app.lineup.pipeline.number;
