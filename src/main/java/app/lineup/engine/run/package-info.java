/// Conducting: stages joined into one run that is watched, cancelled and closed as a whole. In come a source, stages
/// and what to choose from; out goes what the last stage gives. Begin with [StreamingPipeline], which chooses a
/// strategy for each stage and joins it to those above as a [Chain].
///
/// Neighbouring stages that work on each chunk by itself become one row, `FusedIterator`: a chunk goes to a worker once
/// for all of them. Any other stage is watched by a `WatchedIterator`.
package app.lineup.engine.run;
