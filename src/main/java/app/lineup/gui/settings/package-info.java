/// The view of the settings.
package app.lineup.gui.settings;
