package app.lineup.gui.publish.model;

import app.lineup.pipeline.output.KeptPlaylist;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A playlist that was published before. Not thread-safe; used by the window's thread.
public final class VersionViewModel {

  private final KeptPlaylist kept;
  private final String made;
  private final String size;
  private final ReadOnlyStringWrapper channels = new ReadOnlyStringWrapper("");

  VersionViewModel(KeptPlaylist kept, String made, String size) {
    this.kept = kept;
    this.made = made;
    this.size = size;
  }

  KeptPlaylist kept() {
    return kept;
  }

  public String made() {
    return made;
  }

  public String size() {
    return size;
  }

  /// How many channels it has, once they are counted.
  public ReadOnlyStringProperty channels() {
    return channels.getReadOnlyProperty();
  }

  void count(String text) {
    channels.set(text);
  }
}
