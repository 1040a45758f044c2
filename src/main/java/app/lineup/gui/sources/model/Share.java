package app.lineup.gui.sources.model;

/// How many channels of a source are of one group or type. Immutable.
public record Share(String name, String channels) {}
