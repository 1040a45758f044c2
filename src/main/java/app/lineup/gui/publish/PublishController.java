package app.lineup.gui.publish;

/// Binds the view of publish to its ViewModel.
public final class PublishController {}
