package app.lineup.gui.publish.model;

/// A request to the server, as it is listed. Immutable.
public record FetchRow(String time, String client, String program, String answer, String bytes, String took) {}
