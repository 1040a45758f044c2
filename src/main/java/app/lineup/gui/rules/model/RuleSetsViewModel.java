package app.lineup.gui.rules.model;

import app.lineup.app.publish.WholeFile;
import app.lineup.gui.text.Texts;
import app.lineup.model.RuleKind;
import app.lineup.model.Secrets;
import app.lineup.problem.Reason;
import app.lineup.rule.set.ReadySets;
import app.lineup.rule.set.RuleSet;
import app.lineup.rule.set.RuleSetException;
import app.lineup.rule.set.RuleSetFile;
import app.lineup.rule.set.RuleSetWriter;
import app.lineup.rule.set.SetEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Rule sets that go out to files and come in from files or ready-made, after a look at what would come in. Not
/// thread-safe; used by the window's thread; files are read and written on others.
public final class RuleSetsViewModel {

  private final Texts texts;
  private final RulesViewModel rules;
  private final Executor background;
  private final Executor window;
  private final ReadOnlyObjectWrapper<@Nullable OfferedSet> offered = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Map<String, String>> ready = new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
  private List<SetEntry> entries = List.of();
  private List<SetEntry> fresh = List.of();
  private long turn;

  private record Judged(SetEntry entry, Optional<String> mistake) {}

  /// @param background where files are read and written
  /// @param window     carries work to the window's thread
  public RuleSetsViewModel(Texts texts, RulesViewModel rules, Executor background, Executor window) {
    this.texts = texts;
    this.rules = rules;
    this.background = background;
    this.window = window;
    background.execute(() -> {
      Map<String, String> names = new LinkedHashMap<>();
      ReadySets.ids().forEach(id -> names.put(id, ReadySets.of(id).set().name()));
      window.execute(() -> ready.set(names));
    });
  }

  /// The ready-made sets: their ids and what they are called.
  public ReadOnlyObjectProperty<Map<String, String>> ready() {
    return ready.getReadOnlyProperty();
  }

  /// What may be taken in, null where nothing is.
  public ReadOnlyObjectProperty<@Nullable OfferedSet> offered() {
    return offered.getReadOnlyProperty();
  }

  /// What became of the last file, in words; empty where there is nothing to say.
  public ReadOnlyStringProperty says() {
    return says.getReadOnlyProperty();
  }

  /// Offers a ready-made set.
  public void lookAtReady(String id) {
    look(() -> ReadySets.of(id));
  }

  /// Offers the set in a file, or says why there is none.
  public void lookAt(Path file) {
    look(() -> RuleSetFile.read(file));
  }

  private void look(Read read) {
    dismiss();
    long asked = turn;
    background.execute(() -> {
      try {
        RuleSetFile file = read.read();
        List<Judged> judged = file.set().entries().stream()
            .map(entry -> new Judged(entry, entry.mistake().map(wrong -> texts.get(
                "mistake", wrong.line(), wrong.column(), wrong.found(), wrong.expected())))).toList();
        tell(asked, () -> offer(file, judged));
      } catch (RuleSetException e) {
        tell(asked, () -> says.set(texts.get("sets.refused", Secrets.mask(e.file()), Secrets.mask(e.what()), e.advice())
            .strip()));
      }
    });
  }

  private void tell(long asked, Runnable what) {
    window.execute(() -> {
      if (asked == turn) {
        what.run();
      }
    });
  }

  private void offer(RuleSetFile file, List<Judged> judged) {
    entries = file.set().entries();
    fresh = entries.stream().filter(entry -> rules.rows().stream().noneMatch(row ->
        row.kind().get().name().equals(entry.kind().name()) && row.text().get().equals(entry.text()))).toList();
    List<String> summary = new ArrayList<>();
    summary.add(texts.amount("sets.count", entries.size()));
    long wrong = judged.stream().filter(one -> one.mistake().isPresent()).count();
    if (wrong > 0) {
      summary.add(texts.amount("sets.wrong", wrong));
    }
    if (fresh.size() < entries.size()) {
      summary.add(texts.amount("sets.there", entries.size() - fresh.size()));
    }
    String name = file.set().name();
    offered.set(new OfferedSet(name.isBlank() ? file.file() : name, file.set().description(), String.join(" ", summary),
        judged.stream().map(this::row).toList(), !fresh.isEmpty()));
  }

  private OfferedSet.Row row(Judged one) {
    String kind = texts.get("kind." + one.entry().kind().word());
    return new OfferedSet.Row(one.entry().on() ? kind : texts.get("sets.off", kind), one.entry().text(),
        one.mistake().orElse(one.entry().note()), one.mistake().isPresent());
  }

  /// Adds what is offered and not there yet.
  public void append() {
    rules.takeIn(fresh, false);
    dismiss();
  }

  /// Puts what is offered in the place of all rules and filters.
  public void replace() {
    rules.takeIn(entries, true);
    dismiss();
  }

  /// Offers nothing any more.
  public void dismiss() {
    turn++;
    entries = List.of();
    fresh = List.of();
    offered.set(null);
    says.set("");
  }

  /// Writes rows into a file.
  public void export(Path file, List<RuleViewModel> rows) {
    dismiss();
    long asked = turn;
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    List<SetEntry> out = rows.stream().map(RuleSetsViewModel::forOthers).toList();
    background.execute(() -> {
      String said;
      try {
        new WholeFile(file).replace(RuleSetWriter.write(new RuleSet(name, "", out)));
        said = texts.get("sets.exported", file, out.size());
      } catch (IOException e) {
        said = texts.get("sets.not-exported", file, Reason.of(e));
      }
      String all = said;
      tell(asked, () -> says.set(all));
    });
  }

  /// Without a login, and off then: it would do something else.
  private static SetEntry forOthers(RuleViewModel row) {
    String text = row.text().get();
    String shown = Secrets.maskRule(text);
    return new SetEntry(
        RuleKind.valueOf(row.kind().get().name()), shown, row.on().get() && shown.equals(text), "");
  }

  @FunctionalInterface
  private interface Read {
    RuleSetFile read() throws RuleSetException;
  }
}
