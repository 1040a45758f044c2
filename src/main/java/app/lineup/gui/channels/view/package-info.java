/// The controls of the lineup: the channels as they will be published.
/// They bind to the model and decide nothing. Begin with [ChannelsController].
package app.lineup.gui.channels.view;
