/// Choosing: what a stage is, the ways of doing it, and which one fits the conditions. In come a stage's strategies,
/// best first, what is asked of them and the pressure; out goes one of them. Begin with [StageStrategy] and
/// [StageStrategyRegistry].
///
/// A strategy that is a function of a chunk is a [PerChunk], mostly a row of a table made with [ChunkStrategy]; one
/// that first makes parts in order is an [InParts]. The conductor fuses these with their neighbours. All others pull
/// for themselves, and where one may be left in mid-run [SwitchingIterator] goes from one to the next.
package app.lineup.engine.strategy;
