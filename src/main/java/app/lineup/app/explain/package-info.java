/// Why a channel is in the playlist, or is not, and who changed what. In go a plan and a question, out come the steps
/// of each channel that was meant. Begin with [ChannelExplanation] and [Journey].
package app.lineup.app.explain;
