/// Programme guides: what a guide says of channels and programmes, and which guide a run publishes. Begin with
/// [GuideSource] and [Programme].
package app.lineup.model.guide;
