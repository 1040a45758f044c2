package app.lineup.gui.rules.model;

import app.lineup.app.preview.RuleEffect;
import app.lineup.app.preview.RuleEffect.Hit;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What a preview has found, as it is shown. Not thread-safe; used by the window's thread.
public final class PreviewFoundViewModel {

  private final PreviewWordsViewModel words;
  private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper remarks = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper changes = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ObservableList<PreviewRow> rows = FXCollections.observableArrayList();

  PreviewFoundViewModel(Texts texts) {
    this.words = new PreviewWordsViewModel(texts);
  }

  /// How many channels match, or why nobody knows; empty where the rule says what is wrong with it itself.
  public ReadOnlyStringProperty says() {
    return says.getReadOnlyProperty();
  }

  /// What else there is to know; may be empty.
  public ReadOnlyStringProperty remarks() {
    return remarks.getReadOnlyProperty();
  }

  /// Whether channels are being looked at.
  public ReadOnlyBooleanProperty counting() {
    return counting.getReadOnlyProperty();
  }

  /// Whether the rows tell of fields that change, and not of channels that stay or go.
  public ReadOnlyBooleanProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /// Why the rule cannot be carried out, null where it can.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// The first channels that it acts on.
  public ObservableList<PreviewRow> rows() {
    return rows;
  }

  void counting(boolean now) {
    counting.set(now);
  }

  /// Shows nothing but `text`.
  void say(String text) {
    counting.set(false);
    says.set(text);
    remarks.set("");
    failure.set(null);
    rows.clear();
  }

  void fail(Failure why) {
    say("");
    failure.set(why);
  }

  /// Shows what was found by now.
  ///
  /// @param on    whether the rule takes part in a run
  /// @param ended whether all channels were looked at
  void show(RuleEffect effect, boolean on, boolean ended) {
    failure.set(null);
    says.set(words.says(effect, ended));
    remarks.set(words.remarks(effect, on));
    changes.set(effect.hits().stream().map(Hit::changes).anyMatch(fields -> !fields.isEmpty()));
    List<PreviewRow> found = words.rows(effect);
    if (!rows.equals(found)) {
      rows.setAll(found);
    }
    counting.set(!ended);
  }
}
