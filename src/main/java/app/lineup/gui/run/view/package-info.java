/// The controls of a run: what it will write, how far each stage has come, what came of it.
/// They bind to the model and decide nothing. Begin with [RunController].
package app.lineup.gui.run.view;
