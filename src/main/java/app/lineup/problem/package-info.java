/// What went wrong, in words for the person who started the work: the failure that every room throws. In comes what
/// happened, to which source or target, and what to do; out goes one exception with a kind, which whoever ends the work
/// shows or prints. Begin with [app.lineup.problem.PipelineException]. It imports nothing of ours.
package app.lineup.problem;
