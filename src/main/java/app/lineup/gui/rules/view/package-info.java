/// The controls of the rules: what is changed about channels, and which of them stay.
/// They bind to the model and decide nothing. Begin with [RulesController].
package app.lineup.gui.rules.view;
