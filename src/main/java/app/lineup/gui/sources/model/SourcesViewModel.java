package app.lineup.gui.sources.model;

import app.lineup.app.refresh.SourceInspection;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.text.Texts;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The lists that the user added, in the order of their channels. Not thread-safe; used by the window's thread. Lists
/// are read on others.
public final class SourcesViewModel {

  private final Texts texts;
  private final InstantSource clock;
  private final Looks looks;
  private final Executor background;
  private final LookingViewModel looking;
  private final AddSourceViewModel adding;
  private final ObservableList<SourceViewModel> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable SourceViewModel> selected = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper onlySample = new ReadOnlyBooleanWrapper();
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable Path sample;
  private @Nullable Removed removed;

  private record Removed(SourceViewModel row, int index) {}

  /// Looks through lists; called on the background, interrupted to cancel.
  public interface Looks {

    /// Asks the server, or reads the file as it is now.
    ///
    /// @param before what was found last time
    SourceInspection fetch(Source source, Optional<SourceInspection> before, RunTelemetry telemetry)
        throws PipelineException, InterruptedException;

    /// Looks at what is kept, without a server; empty where nothing is.
    Optional<SourceInspection> kept(Source source, Optional<SourceInspection> before, RunTelemetry telemetry)
        throws PipelineException, InterruptedException;

    /// Deletes what is kept of all other sources.
    void keepOnly(List<Source> sources);
  }

  /// @param looks      looks through lists
  /// @param background where lists are read; interrupted to cancel
  /// @param quick      for what takes no longer than a moment
  /// @param window     carries work to the window's thread
  /// @param clock      tells how old a list is
  public SourcesViewModel(
      Texts texts, Looks looks, Executor background, Executor quick, Executor window, InstantSource clock) {
    this.texts = texts;
    this.looks = looks;
    this.background = background;
    this.clock = clock;
    this.looking = new LookingViewModel(looks, background, window, this::changed);
    this.adding = new AddSourceViewModel(texts, quick, window, this::add);
    rows.subscribe(this::changed);
    rows.subscribe(() -> onlySample.set(rows.size() == 1 && isSample(rows.getFirst())));
  }

  /// Has `listener` called when sources come and go, and when one was looked through.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
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

  /// How many bytes the channels take, unpacked, roughly.
  public long bytes() {
    return rows.stream().mapToLong(SourceViewModel::bytes).sum();
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

  /// Shows the sources of an earlier start with what is kept of them. No server is asked, and what is kept of sources
  /// that are gone since is deleted.
  ///
  /// @param file where the sample lies that comes with the program, be it among them or not
  public void restore(List<Source> sources, Path file) {
    sample = file;
    background.execute(() -> looks.keepOnly(sources));
    for (Source source : sources) {
      var location = source.location();
      String place = location.equals(new Location.OfFile(file)) ? texts.get("sample.place") : location.toString();
      var row = new SourceViewModel(texts, clock, source, place);
      rows.add(row);
      looking.lookAtKept(row);
    }
    selected.set(rows.isEmpty() ? null : rows.getFirst());
  }

  private void add(Source source, String place) {
    for (SourceViewModel row : rows) {
      if (row.source().location().equals(source.location())) {
        adding.sayTwice(row.name());
        selected.set(row);
        return;
      }
    }
    var row = new SourceViewModel(texts, clock, new Source(freeName(source.name()), source.location()), place);
    rows.add(row);
    selected.set(row);
    refresh(row);
  }

  /// Two lists of one server are called `host` and `host 2`, since rules tell sources by their names.
  private String freeName(String wanted) {
    List<String> taken = rows.stream().map(SourceViewModel::name).toList();
    return Stream.iterate(1, number -> number + 1).map(number -> number == 1 ? wanted : wanted + " " + number)
        .filter(name -> !taken.contains(name)).findFirst().orElseThrow();
  }

  /// Takes a source out; [#undo] puts it back.
  public void remove(SourceViewModel row) {
    int index = rows.indexOf(row);
    if (index < 0) {
      return;
    }
    looking.stop(row);
    rows.remove(index);
    removed = new Removed(row, index);
    undoText.set(texts.get("removed", row.name()));
    selected.set(rows.isEmpty() ? null : rows.get(Math.min(index, rows.size() - 1)));
    // What was removed before cannot come back any more.
    List<Source> wanted = new ArrayList<>(sources());
    wanted.add(row.source());
    background.execute(() -> looks.keepOnly(wanted));
  }

  /// Puts back what was removed last.
  public void undo() {
    Removed last = removed;
    if (last != null) {
      removed = null;
      undoText.set("");
      rows.add(Math.min(last.index(), rows.size()), last.row());
      selected.set(last.row());
      if (last.row().state().get() == State.NOT_LOOKED_AT) {
        // It was removed while it was looked through for the first time; nothing else would ask for its list.
        refresh(last.row());
      }
    }
  }

  /// Whether `row` can go so many places down, or up where `by` is negative.
  public boolean canMove(@Nullable SourceViewModel row, int by) {
    int to = row == null ? -1 : rows.indexOf(row) + by;
    return to >= 0 && to < rows.size();
  }

  /// Moves a source, and with it its channels, so many places down, or up where `by` is negative.
  public void move(SourceViewModel row, int by) {
    if (by != 0 && canMove(row, by)) {
      int to = rows.indexOf(row) + by;
      rows.remove(row);
      rows.add(to, row);
      selected.set(row);
    }
  }

  /// Asks for a newer list and counts it.
  public void refresh(SourceViewModel row) {
    looking.fetch(row);
  }

  /// Refreshes every source that is not under way.
  public void refreshAll() {
    rows.stream().filter(row -> !looking.isUnderWay(row)).toList().forEach(this::refresh);
  }

  /// Shows what is kept now: a run has fetched every list.
  public void lookAtKept() {
    rows.stream().filter(row -> row.isFetched() && !looking.isUnderWay(row)).toList().forEach(looking::lookAtKept);
  }

  /// Stops looking through a source.
  public void stop(SourceViewModel row) {
    looking.stop(row);
  }

  /// Shows how far the counting has come.
  public void sample() {
    looking.sample();
  }

  /// Shows how old the lists are by now.
  public void tick() {
    rows.forEach(SourceViewModel::tick);
  }
}
