package app.lineup.gui.channels.model;

/// A field of the channel that is shown. Immutable.
///
/// @param name  what it is called
/// @param value its text, with credentials masked
public record Detail(String name, String value) {}
