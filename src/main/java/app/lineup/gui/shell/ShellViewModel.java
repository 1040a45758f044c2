package app.lineup.gui.shell;

import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What the window shows around its views. Confined to the window's thread.
public final class ShellViewModel {

  private final Texts texts;
  private final ObservableValue<String> lastRun;
  private final ObservableValue<String> server;
  private final LongSupplier usedBytes;
  private final BiConsumer<List<Path>, String> lists;
  private final ObjectProperty<Room> room = new SimpleObjectProperty<>(Room.SOURCES);
  private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.SYSTEM);
  private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");

  /// @param lastRun   the last run in a few words
  /// @param server    the server in a few words
  /// @param usedBytes how much memory the program takes
  /// @param lists     takes what is dropped on the window or pasted: files, or text
  public ShellViewModel(
      Texts texts,
      ObservableValue<String> lastRun,
      ObservableValue<String> server,
      LongSupplier usedBytes,
      BiConsumer<List<Path>, String> lists) {
    this.texts = texts;
    this.lastRun = lastRun;
    this.server = server;
    this.usedBytes = usedBytes;
    this.lists = lists;
  }

  /// The view that is shown.
  public ObjectProperty<Room> room() {
    return room;
  }

  public ObjectProperty<Appearance> appearance() {
    return appearance;
  }

  public ObservableValue<String> lastRun() {
    return lastRun;
  }

  /// The server in a few words.
  public ObservableValue<String> server() {
    return server;
  }

  public ReadOnlyStringProperty memory() {
    return memory.getReadOnlyProperty();
  }

  /// Looks at the memory.
  public void sample() {
    memory.set(texts.get("status.memory", Amounts.bytes(usedBytes.getAsLong())));
  }

  /// Adds what was dropped or pasted, and shows it.
  public void take(List<Path> files, String text) {
    if (!files.isEmpty() || !text.isBlank()) {
      room.set(Room.SOURCES);
      lists.accept(files, text);
    }
  }
}
