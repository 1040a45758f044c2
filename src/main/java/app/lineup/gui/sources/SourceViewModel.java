package app.lineup.gui.sources;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Stack;
import app.lineup.gui.text.Texts;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.MediaType;
import app.lineup.model.ParseReport;
import app.lineup.model.Source;
import app.lineup.stages.SourceSummary;
import app.lineup.stages.StageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One source: its name, its place, and what was found when it was looked through. Confined to the window's thread.
public final class SourceViewModel {

  private final Texts texts;
  private final Source source;
  private final String place;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOT_LOOKED_AT);
  private final ReadOnlyStringWrapper stateText = new ReadOnlyStringWrapper();
  private @Nullable SourceSummary summary;
  private @Nullable Failure failure;

  /// @param place where it is, in words, with credentials masked
  SourceViewModel(Texts texts, Source source, String place) {
    this.texts = texts;
    this.source = source;
    this.place = place;
    notLookedAt();
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

  public ReadOnlyStringProperty stateText() {
    return stateText.getReadOnlyProperty();
  }

  /// Why it cannot be used, where it cannot.
  public @Nullable Failure failure() {
    return failure;
  }

  /// How many channels it holds, 0 while nobody knows.
  public long channels() {
    return summary == null ? 0 : summary.report().entries();
  }

  /// Every oddity that was kept with its place, then those that were only counted.
  public List<Oddity> oddities() {
    if (summary == null) {
      return List.of();
    }
    ParseReport report = summary.report();
    List<Oddity> rows = new ArrayList<>(report.findings().stream().map(SourceViewModel::row).toList());
    for (FindingKind kind : FindingKind.values()) {
      long kept = report.findings().stream().filter(finding -> finding.kind() == kind).count();
      long more = report.counts().getOrDefault(kind, 0L) - kept;
      if (more > 0) {
        rows.add(new Oddity("", kind.found(), kind.done(), texts.amount("oddity.more", more)));
      }
    }
    return rows;
  }

  private static Oddity row(Finding finding) {
    String line = finding.line() == 0 ? "" : Amounts.count(finding.line());
    return new Oddity(line, finding.kind().found(), finding.kind().done(), finding.detail());
  }

  /// How many channels each group has, in the list's own order.
  public List<Share> groups() {
    return summary == null ? List.of() : summary.groups().entrySet().stream()
        .map(group -> share(group.getKey().isEmpty() ? texts.get("group.none") : group.getKey(), group)).toList();
  }

  /// How many channels of each type there are.
  public List<Share> types() {
    if (summary == null) {
      return List.of();
    }
    Map<MediaType, Long> counts = summary.types();
    return Stream.of(MediaType.values()).filter(counts::containsKey)
        .map(type -> new Share(texts.get("type." + type.ruleName()), Amounts.count(counts.getOrDefault(type, 0L))))
        .toList();
  }

  private static Share share(String name, Map.Entry<String, Long> count) {
    return new Share(name, Amounts.count(count.getValue()));
  }

  void notLookedAt() {
    show(State.NOT_LOOKED_AT, texts.get("state.not-looked-at"));
  }

  void counting(RunTelemetry telemetry) {
    long items = telemetry.snapshot().stages().stream()
        .filter(stage -> stage.stage().equals(StageType.SOURCE_LOADING.id())).mapToLong(stage -> stage.items()).sum();
    show(State.COUNTING, items == 0 ? texts.get("state.begun") : texts.get("state.counting", Amounts.count(items)));
  }

  void counted(SourceSummary found) {
    failure = null;
    summary = found;
    long oddities = found.report().counts().values().stream().mapToLong(Long::longValue).sum();
    if (found.report().entries() == 0) {
      show(State.EMPTY, texts.get("state.empty"));
    } else {
      show(State.OK, texts.get("state.ok", texts.amount("channels", found.report().entries()),
          oddities == 0 ? texts.get("oddities.none") : texts.amount("oddities", oddities)));
    }
  }

  void failed(PipelineException e) {
    summary = null;
    failure = new Failure(e.subject(), e.what(), e.advice(), Stack.of(e));
    show(State.FAILED, texts.get("state.failed", e.what()));
  }

  void failed(Throwable fault) {
    summary = null;
    failure = new Failure(name(), texts.get("fault"), texts.get("fault.advice"), Stack.of(fault));
    show(State.FAILED, texts.get("state.failed", texts.get("fault")));
  }

  private void show(State now, String text) {
    stateText.set(text);
    state.set(now);
  }
}
