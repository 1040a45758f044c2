/// What went wrong, in words for the person who started the work: the failure that every room throws. Begin with
/// [app.lineup.problem.PipelineException]. It imports nothing of ours.
package app.lineup.problem;
