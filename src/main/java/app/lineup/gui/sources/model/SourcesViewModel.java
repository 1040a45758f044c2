package app.lineup.gui.sources.model;

import app.lineup.app.refresh.SourceInspection;
import app.lineup.app.session.LibraryFolder;
import app.lineup.app.session.LibraryPlan;
import app.lineup.app.session.Session;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.text.Texts;
import app.lineup.library.Label;
import app.lineup.library.Library;
import app.lineup.library.LibraryChange;
import app.lineup.library.LibrarySource;
import app.lineup.library.LibrarySource.Place;
import app.lineup.library.Part;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The lists that the user added, in the order of their channels. Not thread-safe; used by the window's thread. Lists
/// are read on others.
public final class SourcesViewModel {

  private final Texts texts;
  private final Session session;
  private final LibraryFolder folder;
  private final InstantSource clock;
  private final Looks looks;
  private final Executor background;
  private final Executor window;
  private final LookingViewModel looking;
  private final AddSourceViewModel adding;
  private final ObservableList<SourceViewModel> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable SourceViewModel> selected = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper onlySample = new ReadOnlyBooleanWrapper();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Map<Long, SourceInspection> gone = new HashMap<>();
  private boolean starting;
  private boolean telling;

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

  /// @param session    holds the library
  /// @param folder     where the library lies
  /// @param looks      looks through lists
  /// @param background where lists are read; interrupted to cancel
  /// @param quick      for what takes no longer than a moment
  /// @param window     carries work to the window's thread
  /// @param clock      tells how old a list is
  public SourcesViewModel(
      Texts texts, Session session, LibraryFolder folder, Looks looks, Executor background, Executor quick,
      Executor window,
      InstantSource clock) {
    this.texts = texts;
    this.session = session;
    this.folder = folder;
    this.looks = looks;
    this.background = background;
    this.window = window;
    this.clock = clock;
    this.looking = new LookingViewModel(looks, background, window, this::looked);
    this.adding = new AddSourceViewModel(texts, quick, window, (source, place) -> add(source));
    rows.subscribe(() -> onlySample.set(rows.size() == 1 && isSample(rows.getFirst())));
    session.listen(EnumSet.of(Part.SOURCES), this::show);
  }

  /// Shows the sources of an earlier start with what is kept of them. No server is asked, and what is kept of sources
  /// that are gone for good is deleted.
  public void start() {
    forgetOthers();
    starting = true;
    show(session.library());
    starting = false;
    rows.forEach(looking::lookAtKept);
    selected.set(rows.isEmpty() ? null : rows.getFirst());
  }

  private void show(Library library) {
    List<SourceViewModel> wanted = new ArrayList<>();
    List<SourceViewModel> before = List.copyOf(rows);
    for (LibrarySource source : library.sources()) {
      before.stream().filter(row -> row.shows(source)).findFirst().or(() -> made(source)).ifPresent(wanted::add);
    }
    for (SourceViewModel row : before) {
      if (!wanted.contains(row)) {
        looking.stop(row);
        row.look().ifPresent(found -> gone.put(row.id(), found));
      }
    }
    if (!before.equals(wanted)) {
      SourceViewModel near = selected.get();
      int index = near == null ? -1 : rows.indexOf(near);
      rows.setAll(wanted);
      selected.set(near != null && wanted.contains(near) ? near
          : wanted.isEmpty() ? null : wanted.get(Math.clamp(index, 0, wanted.size() - 1)));
    }
    wanted.stream().filter(row -> !starting && !before.contains(row) && row.look().isEmpty()).forEach(this::refresh);
  }

  private Optional<SourceViewModel> made(LibrarySource of) {
    return new LibraryPlan(session.library(), folder).source(of).map(source -> {
      String place = of.place() == Place.SAMPLE ? texts.get("sample.place") : source.location().toString();
      var row = new SourceViewModel(texts, clock, of, source, place);
      Optional.ofNullable(gone.remove(of.id())).ifPresent(row::found);
      return row;
    });
  }

  /// What is kept of a source goes when nothing can bring the source back any more.
  private void forgetOthers() {
    List<Source> wanted = ReachableSources.of(session, folder);
    background.execute(() -> looks.keepOnly(wanted));
  }

  /// Has `listener` called when a source was looked through.
  public void onLooked(Runnable listener) {
    listeners.add(listener);
  }

  /// Told once for all looks that have ended by then: what follows goes through all sources.
  private void looked() {
    if (!telling) {
      telling = true;
      window.execute(() -> {
        telling = false;
        listeners.forEach(Runnable::run);
      });
    }
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

  /// Whether this is the sample that comes with the program.
  public boolean isSample(SourceViewModel row) {
    return row.isSample();
  }

  private void add(Source source) {
    for (SourceViewModel row : rows) {
      if (row.source().location().equals(source.location())) {
        adding.sayTwice(row.name());
        selected.set(row);
        return;
      }
    }
    long id = session.library().nextId();
    var added = switch (source.location()) {
      case Location.OfFile(Path path) -> new LibrarySource(id, freeName(source.name()), Place.FILE, path.toString(),
          true);
      case Location.OfUrl(URI uri) -> new LibrarySource(id, freeName(source.name()), Place.URL, uri.toString(), true);
      case Location.StandardInput() -> throw new IllegalStateException("a window has no standard input");
    };
    session.change(Label.of("source.added", added.name()), new LibraryChange.Added(added, rows.size()));
    rows.stream().filter(row -> row.id() == id).findFirst().ifPresent(selected::set);
  }

  /// Two lists of one server are called `host` and `host 2`, since rules tell sources by their names.
  private String freeName(String wanted) {
    List<String> taken = rows.stream().map(SourceViewModel::name).toList();
    return Stream.iterate(1, number -> number + 1).map(number -> number == 1 ? wanted : wanted + " " + number)
        .filter(name -> !taken.contains(name)).findFirst().orElseThrow();
  }

  /// Takes a source out.
  public void remove(SourceViewModel row) {
    int index = rows.indexOf(row);
    if (index >= 0) {
      session.change(Label.of("source.removed", row.name()), new LibraryChange.Removed(row.kept(), index));
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
      int from = rows.indexOf(row);
      session.change(Label.of("source.moved", row.name()), new LibraryChange.Moved(row.kept(), from, from + by));
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
