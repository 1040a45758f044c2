package app.lineup.gui.shell.model;

import app.lineup.engine.memory.MemoryReading;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Question;
import app.lineup.gui.text.Texts;
import app.lineup.library.file.LibraryException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What the window shows around its views. Not thread-safe; used by the window's thread.
public final class ShellViewModel {

  private final Texts texts;
  private final ObservableValue<String> lastRun;
  private final ObservableValue<String> server;
  private final Supplier<MemoryReading> reading;
  private final BiConsumer<List<Path>, String> lists;
  private final ObjectProperty<Room> room = new SimpleObjectProperty<>(Room.SOURCES);
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper pressure = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper pressureName = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper pressureHint = new ReadOnlyStringWrapper("");

  /// @param lastRun the last run in a few words
  /// @param server  the server in a few words
  /// @param reading weighs the program
  /// @param lists   takes what is dropped on the window or pasted: files, or text
  public ShellViewModel(
      Texts texts,
      ObservableValue<String> lastRun,
      ObservableValue<String> server,
      Supplier<MemoryReading> reading,
      BiConsumer<List<Path>, String> lists) {
    this.texts = texts;
    this.lastRun = lastRun;
    this.server = server;
    this.reading = reading;
    this.lists = lists;
  }

  /// The view that is shown.
  public ObjectProperty<Room> room() {
    return room;
  }

  /// What has to be known of the library, until it is closed; empty where there is nothing.
  public ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }

  public void closeNotice() {
    notice.set("");
  }

  /// Says under which name a library is kept that could not be read.
  public void sayKeptAside(Path file) {
    notice.set(texts.get("notice.kept-aside", file));
  }

  /// Says that a change could not be kept.
  public void sayNotKept(LibraryException why) {
    notice.set(texts.get("notice.not-kept", why.path(), why.reason()));
  }

  /// Says that what could not be kept before is kept now.
  public void sayKept() {
    notice.set(texts.get("notice.kept"));
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

  /// What is asked where the window is to be closed while a run is under way.
  public Question closingQuestion() {
    return new Question(texts.get("closing.title"), texts.get("closing.question"), texts.get("closing.explanation"),
        texts.get("closing.yes"), texts.get("closing.no"));
  }

  /// The level of memory pressure, by its name for styles.
  public ReadOnlyStringProperty pressure() {
    return pressure.getReadOnlyProperty();
  }

  /// The level of memory pressure, by its name for a person.
  public ReadOnlyStringProperty pressureName() {
    return pressureName.getReadOnlyProperty();
  }

  /// What that level means.
  public ReadOnlyStringProperty pressureHint() {
    return pressureHint.getReadOnlyProperty();
  }

  /// Looks at the memory. Where the system does not say how much the program takes, what is in use stands for it.
  public void sample() {
    MemoryReading now = reading.get();
    long shown = now.rssBytes() == 0 ? now.usedBytes() : now.rssBytes();
    String word = now.level().word();
    memory.set(texts.get("status.memory", Amounts.roughBytes(shown)));
    pressure.set(word);
    pressureName.set(texts.get("pressure." + word));
    pressureHint.set(texts.get("pressure.hint", Amounts.roughBytes(now.usedBytes()),
        Amounts.roughBytes(now.limitBytes()), texts.get("meaning." + word)));
  }

  /// Adds what was dropped or pasted, and shows it.
  public void take(List<Path> files, String text) {
    if (!files.isEmpty() || !text.isBlank()) {
      room.set(Room.SOURCES);
      lists.accept(files, text);
    }
  }
}
