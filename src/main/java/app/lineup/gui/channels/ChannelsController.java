package app.lineup.gui.channels;

/// Binds the view of channels to its ViewModel.
public final class ChannelsController {}
