package app.lineup.gui.sources;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.text.Texts;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.stages.SourceSummary;
import app.lineup.stages.StageType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The lists that the user added, and looking through them. Confined to the window's thread; lists are read on others.
public final class SourcesViewModel {

  private final Texts texts;
  private final Check check;
  private final Executor background;
  private final Executor window;
  private final AddSourceViewModel adding;
  private final ObservableList<SourceViewModel> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable SourceViewModel> selected = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper("");
  private final Map<SourceViewModel, Looking> looking = new HashMap<>();
  private final ReadOnlyBooleanWrapper onlySample = new ReadOnlyBooleanWrapper();
  private @Nullable Path sample;
  private @Nullable Removed removed;

  private record Looking(RunTelemetry telemetry, FutureTask<?> work) {}

  private record Removed(SourceViewModel row, int index) {}

  /// @param check      looks through a list; called on `background`
  /// @param background where lists are read; interrupted to cancel
  /// @param window     carries work to the window's thread
  public SourcesViewModel(Texts texts, Check check, Executor background, Executor window) {
    this.texts = texts;
    this.check = check;
    this.background = background;
    this.window = window;
    this.adding = new AddSourceViewModel(texts, this::add);
    rows.subscribe(() -> onlySample.set(rows.size() == 1 && isSample(rows.getFirst())));
  }

  /// The sources in the order of their channels.
  public ObservableList<SourceViewModel> rows() {
    return rows;
  }

  public ObjectProperty<@Nullable SourceViewModel> selected() {
    return selected;
  }

  /// Whether there is nothing yet but the sample.
  public ObservableValue<Boolean> onlySample() {
    return onlySample.getReadOnlyProperty();
  }

  /// Where sources come in.
  public AddSourceViewModel adding() {
    return adding;
  }

  /// What can be undone, empty where nothing can.
  public ReadOnlyStringProperty undoText() {
    return undoText.getReadOnlyProperty();
  }

  /// What a run takes.
  public List<Source> sources() {
    return rows.stream().map(SourceViewModel::source).toList();
  }

  /// How many channels the sources hold, 0 while one of them is not counted.
  public long channels() {
    boolean counted = rows.stream().allMatch(row -> row.channels() > 0);
    return counted ? rows.stream().mapToLong(SourceViewModel::channels).sum() : 0;
  }

  /// Puts back a source of an earlier start. An address is not asked: that would be a download at each start.
  public void restore(Source source) {
    var row = new SourceViewModel(texts, source, source.location().toString());
    rows.add(row);
    if (source.location() instanceof Location.OfFile) {
      look(row);
    }
  }

  /// Puts back the sample of an earlier start.
  ///
  /// @param name what the user called it
  public void restoreSample(String name, Path file) {
    sample = file;
    var row = new SourceViewModel(texts, new Source(name, new Location.OfFile(file)), texts.get("sample.place"));
    rows.add(row);
    look(row);
  }

  /// Adds the sample that comes with the program.
  public void addSample(Path file) {
    sample = file;
    add(new Source(texts.get("sample.name"), new Location.OfFile(file)), texts.get("sample.place"));
  }

  /// Whether this is the sample that comes with the program.
  public boolean isSample(SourceViewModel row) {
    return row.source().location() instanceof Location.OfFile(Path path) && path.equals(sample);
  }

  private void add(Source source, String place) {
    for (SourceViewModel row : rows) {
      if (row.source().location().equals(source.location())) {
        adding.sayTwice(row.name());
        selected.set(row);
        return;
      }
    }
    var row = new SourceViewModel(texts, source, place);
    rows.add(row);
    selected.set(row);
    look(row);
  }

  /// Takes a source out; [#undo] puts it back.
  public void remove(SourceViewModel row) {
    int index = rows.indexOf(row);
    if (index < 0) {
      return;
    }
    stop(row);
    rows.remove(index);
    removed = new Removed(row, index);
    undoText.set(texts.get("removed", row.name()));
    selected.set(rows.isEmpty() ? null : rows.get(Math.min(index, rows.size() - 1)));
  }

  /// Puts back what was removed last.
  public void undo() {
    Removed last = removed;
    if (last != null) {
      removed = null;
      undoText.set("");
      rows.add(Math.min(last.index(), rows.size()), last.row());
      selected.set(last.row());
    }
  }

  /// Looks through a source, again if it was looked through before.
  public void look(SourceViewModel row) {
    stop(row);
    var telemetry = new RunTelemetry(StageType.ids());
    var work = new FutureTask<>(() -> lookNow(row, telemetry), "looked");
    looking.put(row, new Looking(telemetry, work));
    row.counting(telemetry);
    background.execute(work);
  }

  private void lookNow(SourceViewModel row, RunTelemetry telemetry) {
    try {
      SourceSummary found = check.check(row.source(), telemetry);
      end(row, telemetry, () -> row.counted(found));
    } catch (PipelineException e) {
      end(row, telemetry, () -> row.failed(e));
    } catch (InterruptedException _) {
      end(row, telemetry, row::notLookedAt);
    } catch (RuntimeException | Error e) {
      end(row, telemetry, () -> row.failed(e));
    }
  }

  /// What an earlier look found, which was stopped or whose place a later one has taken, is of no interest any more.
  private void end(SourceViewModel row, RunTelemetry telemetry, Runnable show) {
    window.execute(() -> {
      Looking now = looking.get(row);
      if (now != null && now.telemetry() == telemetry) {
        looking.remove(row);
        show.run();
      }
    });
  }

  /// Stops looking through a source.
  public void stop(SourceViewModel row) {
    Looking now = looking.remove(row);
    if (now != null) {
      now.work().cancel(true);
      row.notLookedAt();
    }
  }

  /// Shows how far the counting has come.
  public void sample() {
    looking.forEach((row, now) -> row.counting(now.telemetry()));
  }

  /// Looks through one list.
  @FunctionalInterface
  public interface Check {
    SourceSummary check(Source source, RunTelemetry telemetry) throws PipelineException, InterruptedException;
  }
}
