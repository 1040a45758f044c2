package app.lineup.gui.publish;

/// A request to the server, as it is listed. Immutable.
record FetchRow(String time, String client, String program, String answer, String bytes, String took) {}
