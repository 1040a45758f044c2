package app.lineup.gui.channels.model;

import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The groups of the lineup, all channels first, and which of them is shown. Not thread-safe; used by the window's
/// thread.
public final class GroupsViewModel {

  /// From so many on there is a field to find one with.
  private static final int MANY = 15;

  private final Texts texts;
  private final Consumer<Optional<String>> only;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper many = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper others = new ReadOnlyStringWrapper("");
  private final ObservableList<GroupRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable GroupRow> selected = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
  private List<GroupRow> all = List.of();

  /// @param only is told which group is to be shown, empty for all
  GroupsViewModel(Texts texts, Consumer<Optional<String>> only) {
    this.texts = texts;
    this.only = only;
    filter.subscribe((before, now) -> narrow());
  }

  /// The groups that are listed.
  public ObservableList<GroupRow> rows() {
    return rows;
  }

  /// The names of all groups of the lineup.
  public ReadOnlyObjectProperty<List<String>> names() {
    return names.getReadOnlyProperty();
  }

  /// What the names of the listed groups contain.
  public StringProperty filter() {
    return filter;
  }

  /// Whether there are so many that a filter helps.
  public ReadOnlyBooleanProperty many() {
    return many.getReadOnlyProperty();
  }

  /// How many channels are in groups that are not listed, in words; empty where none is.
  public ReadOnlyStringProperty others() {
    return others.getReadOnlyProperty();
  }

  /// The group that is shown, null only while there is no lineup.
  public ReadOnlyObjectProperty<@Nullable GroupRow> selected() {
    return selected.getReadOnlyProperty();
  }

  /// Shows a group's channels.
  public void select(GroupRow row) {
    selected.set(row);
    only.accept(row.group());
  }

  /// Lists the groups of another lineup; the one that is shown stays if it is there, too.
  void of(@Nullable LineupHandle content) {
    Optional<String> before = Optional.ofNullable(selected.get()).flatMap(GroupRow::group);
    all = content == null ? List.of() : listed(content);
    names.set(all.stream().flatMap(row -> row.group().stream()).filter(name -> !name.isBlank()).toList());
    many.set(all.size() > MANY);
    if (!many.get()) {
      filter.set("");
    }
    others.set(content == null || content.inOtherGroups() == 0
        ? "" : texts.amount("groups.others", content.inOtherGroups()));
    GroupRow again = all.stream().filter(row -> row.group().equals(before)).findFirst()
        .orElse(all.isEmpty() ? null : all.getFirst());
    narrow();
    selected.set(again);
    only.accept(again == null ? Optional.empty() : again.group());
  }

  private List<GroupRow> listed(LineupHandle content) {
    var listed = new ArrayList<GroupRow>();
    listed.add(new GroupRow(Optional.empty(), texts.get("groups.all"), Amounts.count(content.size())));
    content.groups().forEach((name, channels) -> listed.add(
        new GroupRow(Optional.of(name), name.isBlank() ? texts.get("groups.none") : name, Amounts.count(channels))));
    return listed;
  }

  private void narrow() {
    String part = filter.get().strip().toLowerCase(Locale.ROOT);
    rows.setAll(all.stream()
        .filter(row -> row.group().isEmpty() || row.name().toLowerCase(Locale.ROOT).contains(part)).toList());
  }
}
