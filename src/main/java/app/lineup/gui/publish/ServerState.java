package app.lineup.gui.publish;

/// Whether the playlist is served.
public enum ServerState {
  OFF,
  STARTING,
  ON,
  STOPPING
}
