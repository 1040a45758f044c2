/// The controls of publishing: the playlist saved and served.
/// They bind to the model and decide nothing. Begin with [PublishController].
package app.lineup.gui.publish.view;
