package app.lineup.gui.publish.model;

import app.lineup.pipeline.output.KeptPlaylist;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableValue;

/// What becomes of the playlist that a run made. Not thread-safe; used by the window's thread.
public final class PublishViewModel {

  private final PublishedViewModel published;
  private final SaveViewModel save;
  private final ServerViewModel server;
  private final StringExpression status;

  public PublishViewModel(PublishedViewModel published, SaveViewModel save, ServerViewModel server) {
    this.published = published;
    this.save = save;
    this.server = server;
    ObservableValue<String> trouble = save.trouble();
    this.status = Bindings.createStringBinding(
        () -> (trouble.getValue() + " " + server.status().get()).strip(), trouble, server.status());
  }

  public PublishedViewModel published() {
    return published;
  }

  public SaveViewModel saving() {
    return save;
  }

  public ServerViewModel server() {
    return server;
  }

  /// The server in a few words, and before it what else waits for the user.
  public ObservableValue<String> status() {
    return status;
  }

  /// A run has published a playlist of so many channels.
  public void made(long channels) {
    published.made(channels, save::made);
  }

  /// Saves what is published, if anything is.
  public void save() {
    KeptPlaylist now = published.current().get();
    if (now != null) {
      save.save(now);
    }
  }

  /// Saves an earlier version to a place that was chosen in a dialog.
  public void save(VersionViewModel version, Path to) {
    save.saveAs(version.kept(), to);
  }

  /// Shows what has changed since the last time.
  public void sample() {
    save.sample();
    server.fetches().sample();
  }
}
