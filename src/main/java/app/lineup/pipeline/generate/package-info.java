/// M3U Generation: channels become the bytes of a playlist. In come slices of blocks, with numbers; out go chunks of
/// written entries, each in one array, and the block is let go. Begin with [Generations], the table of strategies;
/// `Generation` writes a chunk, into arrays that are used again (`WriteBuffers`).
package app.lineup.pipeline.generate;
