package app.lineup.gui.rules.model;

/// A line of the preview: a channel and one field that a rule changes, or what becomes of the channel. Immutable.
///
/// @param channel its name; empty where the line above is about the same channel
/// @param group   its group
/// @param field   the field that is changed; empty where none is
/// @param before  its text before
/// @param after   its text after
/// @param outcome what becomes of the channel
public record PreviewRow(String channel, String group, String field, String before, String after, String outcome) {}
