/// Moving: how items travel in chunks from stage to stage. In comes a source of chunks, out goes another one that is
/// pulled: begin with [PipelineIterator] and its answer, [IteratorResult].
///
/// A [ChunkFunction] is what is done to a chunk without regard to the others. [ChunkIterator] does it on the thread
/// that pulls, [ParallelIterator] on workers, ahead of that thread and in order. [StageBridge] crosses to a thread of
/// its own.
package app.lineup.engine.flow;
