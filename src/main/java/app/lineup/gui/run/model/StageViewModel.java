package app.lineup.gui.run.model;

import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.engine.watch.StageLoad;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One stage of a run: what it is doing, how much it gave on, how fast. Not thread-safe; used by the window's thread.
public final class StageViewModel {

  private static final double NANOS_A_SECOND = 1e9;
  /// Less is nothing when it is told in megabytes.
  private static final long WORTH_SAYING = 1_000_000;

  private final Texts texts;
  private final String id;
  private final ReadOnlyStringWrapper strategy = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper items = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper load = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.WAITING);
  private long itemsBefore;
  private Duration before = Duration.ZERO;

  StageViewModel(Texts texts, String id) {
    this.texts = texts;
    this.id = id;
    reset();
  }

  /// The stage's name, for a person.
  public String name() {
    return texts.get("stage." + id);
  }

  public ReadOnlyStringProperty strategy() {
    return strategy.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty items() {
    return items.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty rate() {
    return rate.getReadOnlyProperty();
  }

  /// What it has under way and put aside, a line each; empty where that is nothing.
  public ReadOnlyStringProperty load() {
    return load.getReadOnlyProperty();
  }

  /// What else there is to know of its work; mostly empty.
  public ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  boolean is(String stage) {
    return id.equals(stage);
  }

  void note(String text) {
    note.set(text);
  }

  public ReadOnlyStringProperty state() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  void reset() {
    itemsBefore = 0;
    before = Duration.ZERO;
    strategy.set("");
    items.set("–");
    rate.set("");
    load.set("");
    note.set("");
    come(Progress.WAITING);
  }

  /// @param now since the run began
  void show(StageFigures figures, Duration now) {
    strategy.set(figures.strategy());
    items.set(Amounts.count(figures.items()));
    load.set(words(figures.load()));
    long nanos = now.minus(before).toNanos();
    long moved = figures.items() - itemsBefore;
    rate.set(moved <= 0 || nanos <= 0 ? "" : perSecond(moved, nanos));
    itemsBefore = figures.items();
    before = now;
    come(switch (figures.state()) {
      case WAITING -> Progress.WAITING;
      case RUNNING -> Progress.RUNNING;
      case ENDED -> Progress.ENDED;
    });
  }

  /// The last figures of a run: the rate is that of the whole run.
  void end(StageFigures figures, Duration took) {
    show(figures, took);
    rate.set(figures.items() == 0 ? "" : perSecond(figures.items(), Math.max(1, took.toNanos())));
    if (progress.get() == Progress.RUNNING) {
      come(Progress.STOPPED);
    }
  }

  private String words(StageLoad now) {
    List<String> lines = new ArrayList<>();
    if (now.chunkItems() > 0) {
      lines.add(texts.get("load.chunk", Amounts.count(now.chunkItems())));
    }
    if (now.chunksAhead() > 0) {
      lines.add(texts.get("load.ahead", Amounts.count(now.chunksAhead())));
    }
    if (now.heldBytes() >= WORTH_SAYING) {
      lines.add(texts.get("load.held", Amounts.roughBytes(now.heldBytes())));
    }
    if (now.spilledBytes() > 0) {
      lines.add(texts.get("load.spilled", now.spilledBytes() < WORTH_SAYING
          ? Amounts.bytes(now.spilledBytes()) : Amounts.roughBytes(now.spilledBytes())));
    }
    return String.join("\n", lines);
  }

  private String perSecond(long moved, long nanos) {
    long rate = Math.round(moved / (nanos / NANOS_A_SECOND));
    return rate == 0 ? "" : texts.get("rate", Amounts.count(rate));
  }

  private void come(Progress now) {
    state.set(texts.get("progress." + now.name().toLowerCase(java.util.Locale.ROOT)));
    progress.set(now);
  }
}
