package app.lineup.gui.sources.model;

/// A row of a source's report. Immutable.
///
/// @param line   where it was found; empty where it is about the whole list, or only counted
/// @param found  what it was
/// @param done   what was done about it
/// @param detail an excerpt of the list; may be empty
public record Oddity(String line, String found, String done, String detail) {}
