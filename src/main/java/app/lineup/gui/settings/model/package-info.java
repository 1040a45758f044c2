/// What the window decides and shows of the settings.
/// Used by the window's thread; knows no control. Begin with [SettingsViewModel].
package app.lineup.gui.settings.model;
