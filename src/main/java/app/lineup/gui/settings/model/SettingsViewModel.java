package app.lineup.gui.settings.model;

import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import app.lineup.library.Setting;
import app.lineup.model.SeparatorPolicy;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the user may choose for the whole program. Each choice counts at once and is kept. Not thread-safe; used by
/// the window's thread.
public final class SettingsViewModel {

  private final Texts texts;
  private final ObjectProperty<Appearance> appearance;
  private final About about;
  private final StringProperty kept;
  private final IntegerProperty megabytes;
  private final StringProperty budget;
  private final ReadOnlyStringWrapper budgetProblem = new ReadOnlyStringWrapper("");
  private final ObjectProperty<SeparatorPolicy> separators;
  private final BooleanProperty durable;
  private final BooleanProperty waiting;

  /// What the view says about the program itself.
  ///
  /// @param version   the program's, empty where nobody knows
  /// @param data      the folder where everything lies
  /// @param heapBytes what the memory may grow to, whatever the budget
  public record About(String version, Path data, long heapBytes) {}

  /// @param settings   where the choices are kept
  /// @param appearance how the window looks; kept elsewhere, since it is needed before there is a library
  public SettingsViewModel(
      Texts texts, SettingProperties settings, ObjectProperty<Appearance> appearance, About about) {
    this.texts = texts;
    this.appearance = appearance;
    this.about = about;
    kept = settings.text(Setting.MEMORY_BUDGET, String.valueOf(MemoryBudget.USUAL.megabytes()));
    megabytes = new SimpleIntegerProperty(keptBudget());
    budget = new SimpleStringProperty(String.valueOf(megabytes.get()));
    separators = settings.choice(Setting.SEPARATORS, SeparatorPolicy.values(), SeparatorPolicy.KEEP);
    waiting = settings.flag(Setting.REFRESH_WAIT, true);
    durable = settings.flag(Setting.DURABLE, true);
    kept.subscribe((before, now) -> megabytes.set(keptBudget()));
    megabytes.subscribe((before, now) -> keepBudget());
    budget.subscribe((before, now) -> takeBudget());
  }

  private int keptBudget() {
    return MemoryBudget.of(kept.get()).orElse(MemoryBudget.USUAL).megabytes();
  }

  private void takeBudget() {
    var typed = MemoryBudget.of(budget.get());
    typed.ifPresent(now -> megabytes.set(now.megabytes()));
    budgetProblem.set(typed.isPresent() ? "" : texts.get("budget.problem",
        Amounts.count(MemoryBudget.LEAST), Amounts.count(MemoryBudget.MOST), Amounts.count(megabytes.get())));
  }

  private void keepBudget() {
    kept.set(String.valueOf(megabytes.get()));
    if (MemoryBudget.of(budget.get()).filter(typed -> typed.megabytes() == megabytes.get()).isEmpty()) {
      budget.set(String.valueOf(megabytes.get()));
    }
  }

  /// How many MB a run may take, from [#leastMegabytes] to [#mostMegabytes].
  public IntegerProperty megabytes() {
    return megabytes;
  }

  /// The least that a run in the window works with.
  public static int leastMegabytes() {
    return MemoryBudget.LEAST;
  }

  public static int mostMegabytes() {
    return MemoryBudget.MOST;
  }

  public ObjectProperty<Appearance> appearance() {
    return appearance;
  }

  /// How many MB a run may take, as it is typed; the last right one counts.
  public StringProperty budget() {
    return budget;
  }

  /// What is wrong with what is typed, empty where nothing is.
  public ReadOnlyStringProperty budgetProblem() {
    return budgetProblem.getReadOnlyProperty();
  }

  /// What the budget means here.
  public String budgetNote() {
    return texts.get("budget.note", Amounts.bytes(about.heapBytes()));
  }

  /// What becomes of separator rows in a run.
  public ObjectProperty<SeparatorPolicy> separators() {
    return separators;
  }

  /// Whether a new playlist is on the disk before it takes the place of the old one.
  public BooleanProperty durable() {
    return durable;
  }

  /// Whether a run waits for a source that is being refreshed, in place of taking its last list.
  public BooleanProperty waiting() {
    return waiting;
  }

  /// The folder where everything lies.
  public String data() {
    return about.data().toString();
  }

  /// The program's name and version.
  public String version() {
    return about.version().isEmpty() ? texts.get("version.none") : texts.get("version", about.version());
  }
}
