package app.lineup.gui.publish.model;

/// Whether the playlist is served.
public enum ServerState {
  OFF,
  STARTING,
  ON,
  STOPPING
}
