/// The controls of the settings.
/// They bind to the model and decide nothing. Begin with [SettingsController].
package app.lineup.gui.settings.view;
