/// The seven stages of a playlist, in their order, as one run. One room a stage lies below; none knows another. What
/// else is done with the same stages (the lineup of the window, previews, the census of rules, explanations) lies in
/// `app`.
///
/// In comes a [RunPlan], which decides everything that a run gives; out goes a [RunResult], and the playlist in its
/// place. Begin with [PlaylistPipeline], which has the stages in a row; `CompiledPlan` says which strategies each of
/// them has. Lists go from loading to generation as slices of blocks.
package app.lineup.pipeline;
