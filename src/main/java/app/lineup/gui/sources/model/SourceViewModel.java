package app.lineup.gui.sources.model;

import app.lineup.app.refresh.SourceInspection;
import app.lineup.app.refresh.SourceSummary;
import app.lineup.engine.watch.RunSnapshot;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Stack;
import app.lineup.gui.text.Texts;
import app.lineup.library.LibrarySource;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One source: its name, its place, and what was found when it was looked through. Not thread-safe; used by the
/// window's thread.
public final class SourceViewModel {

  private static final int LEAST_ENTRY_BYTES = 50;
  private static final int USUAL_ENTRY_BYTES = 250;

  private final Texts texts;
  private final InstantSource clock;
  private final LibrarySource kept;
  private final Source source;
  private final String place;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOT_LOOKED_AT);
  private final ReadOnlyStringWrapper stateText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
  private String change = "";
  private @Nullable SourceInspection look;
  private @Nullable Failure failure;

  /// @param place where it is, in words, with credentials masked
  SourceViewModel(Texts texts, InstantSource clock, LibrarySource kept, Source source, String place) {
    this.texts = texts;
    this.clock = clock;
    this.kept = kept;
    this.source = source;
    this.place = place;
    show();
  }

  /// What it is known by in the library.
  long id() {
    return kept.id();
  }

  /// The source as the library has it.
  LibrarySource kept() {
    return kept;
  }

  /// Whether this row shows that source as it is.
  boolean shows(LibrarySource other) {
    return kept.equals(other);
  }

  /// Whether this is the sample that comes with the program.
  boolean isSample() {
    return kept.place() == LibrarySource.Place.SAMPLE;
  }

  /// The source as a run takes it.
  public Source source() {
    return source;
  }

  public String name() {
    return source.name();
  }

  /// Where it is, with credentials masked.
  public String place() {
    return place;
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// What it holds, or how far the counting has come, or that it cannot be used.
  public ReadOnlyStringProperty stateText() {
    return stateText.getReadOnlyProperty();
  }

  /// That a refresh failed, and which list is in use instead; empty where none failed.
  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  /// How long ago its list was fetched, in words; empty where that is not known.
  public ReadOnlyStringProperty age() {
    return age.getReadOnlyProperty();
  }

  /// When its list was fetched, or the file read, as a sentence; empty where a later refresh failed.
  public String refreshed() {
    return look == null || failure != null ? "" : texts.get(isFetched() ? "fetched" : "read", age.get());
  }

  /// That the list from before stays in use; empty where no refresh failed since.
  public String inUse() {
    return look == null || failure == null ? "" : texts.get("in-use", age.get());
  }

  /// When exactly its list was fetched, or the file read; empty where that is not known.
  public String exactly() {
    return look == null
        ? "" : texts.get(isFetched() ? "fetched.exactly" : "read.exactly",
            Age.exact(look.at(), ZoneId.systemDefault()));
  }

  /// What a row has no room for: why it failed, else when exactly its list was fetched.
  public String explanation() {
    return failure == null ? exactly() : failure.what();
  }

  /// What the last refresh changed, in a line; empty where there was no earlier one in this window.
  public String change() {
    return change;
  }

  /// Why it, or its last refresh, failed, where it did.
  public @Nullable Failure failure() {
    return failure;
  }

  /// How many channels it holds, 0 while nobody knows.
  public long channels() {
    return look == null ? 0 : look.summary().report().entries();
  }

  /// How many bytes its channels take, unpacked, roughly; 0 while nobody knows.
  long bytes() {
    // A file that is smaller than its entries can be is a compressed one.
    return look == null ? 0
        : look.stamp().bytes() >= channels() * LEAST_ENTRY_BYTES ? look.stamp()
        .bytes() : channels() * USUAL_ENTRY_BYTES;
  }

  /// Every oddity that was kept with its place, then those that were only counted.
  public List<Oddity> oddities() {
    return look == null ? List.of() : new FoundViewModel(texts, look.summary()).oddities();
  }

  /// How many channels each group has, in the list's own order.
  public List<Share> groups() {
    return look == null ? List.of() : new FoundViewModel(texts, look.summary()).groups();
  }

  /// The names of its groups as its provider wrote them.
  public Set<String> groupNames() {
    return look == null ? Set.of() : look.summary().groups().keySet();
  }

  /// How many channels of each type there are.
  public List<Share> types() {
    return look == null ? List.of() : new FoundViewModel(texts, look.summary()).types();
  }

  /// Whether a server has its list.
  boolean isFetched() {
    return source.location() instanceof Location.OfUrl;
  }

  /// What was found last.
  Optional<SourceInspection> look() {
    return Optional.ofNullable(look);
  }

  void looking(RunTelemetry telemetry) {
    RunSnapshot.StageFigures figures = telemetry.snapshot().stages().stream()
        .filter(stage -> stage.stage().equals(StageType.SOURCE_LOADING.id())).findFirst().orElseThrow();
    String text = figures.items() > 0
        ? texts.get("state.counting", Amounts.count(figures.items()))
        : figures.bytes() > 0 ? texts.get("state.fetching", Amounts.bytes(figures.bytes())) : texts.get("state.begun");
    stateText.set(text);
    trouble.set("");
    state.set(State.COUNTING);
  }

  void found(SourceInspection now) {
    change = look == null ? "" : changeTo(look.summary(), now.summary());
    look = now;
    failure = null;
    show();
  }

  private String changeTo(SourceSummary before, SourceSummary now) {
    return Change.between(before.groups(), before.report().entries(), now.groups(), now.report().entries()).text(texts);
  }

  /// @param kept the list from before, where it is in use still
  void failed(PipelineException e, Optional<SourceInspection> kept) {
    failed(new Failure(e.subject(), e.what(), e.advice(), Stack.of(e)), kept);
  }

  void failed(Throwable fault) {
    failed(new Failure(name(), texts.get("fault"), texts.get("fault.advice"), Stack.of(fault)),
        Optional.empty());
  }

  private void failed(Failure why, Optional<SourceInspection> kept) {
    change = "";
    failure = why;
    look = kept.orElse(null);
    show();
  }

  /// Recomputes how long ago things were.
  void tick() {
    age.set(look == null ? "" : Age.text(texts, look.at(), clock.instant()));
    trouble.set(look == null || failure == null || state.get() == State.COUNTING
        ? "" : texts.get("trouble", age.get()));
  }

  /// Shows what is known; after a look that was stopped, what was known before.
  void show() {
    if (look == null) {
      stateText.set(
          failure == null ? texts.get("state.not-looked-at") : texts.get("state.failed", failure.what()));
      state.set(failure == null ? State.NOT_LOOKED_AT : State.FAILED);
    } else {
      long oddities = look.summary().report().counts().values().stream().mapToLong(Long::longValue).sum();
      stateText.set(channels() == 0 ? texts.get("state.empty") : texts.get("state.ok",
          texts.amount("channels", channels()),
          oddities == 0 ? texts.get("oddities.none") : texts.amount("oddities", oddities)));
      state.set(failure != null ? State.STALE : channels() == 0 ? State.EMPTY : State.OK);
    }
    tick();
  }
}
