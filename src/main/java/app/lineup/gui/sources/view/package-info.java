/// The controls of the lists that the user added: where they are, what they hold, what is odd about them.
/// They bind to the model and decide nothing. Begin with [SourcesController].
package app.lineup.gui.sources.view;
