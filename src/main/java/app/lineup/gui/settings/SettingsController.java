package app.lineup.gui.settings;

/// Binds the view of settings to its ViewModel.
public final class SettingsController {}
