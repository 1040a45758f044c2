package app.lineup.library;

import app.lineup.library.LibraryChange.Added;
import app.lineup.library.LibraryChange.Removed;
import app.lineup.library.LibraryChange.SettingChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What makes one library into another, as changes that can be undone in one step: for an import, or for a backup that
/// is taken back. Rows get new ids, since those of another library mean other rows here.
public final class Replacement {

  private Replacement() {}

  /// The changes.
  ///
  /// @param now    the library that is changed
  /// @param wanted what it is to hold; of secret settings, those that it does not have stay as they are
  public static List<LibraryChange> of(Library now, Library wanted) {
    List<LibraryChange> changes = new ArrayList<>();
    for (Part part : List.of(Part.SOURCES, Part.RULES)) {
      List<? extends Row> rows = now.rows(part);
      for (int i = rows.size() - 1; i >= 0; i--) {
        changes.add(new Removed(rows.get(i), i));
      }
    }
    long id = now.nextId();
    for (int i = 0; i < wanted.sources().size(); i++) {
      LibrarySource source = wanted.sources().get(i);
      changes.add(new Added(new LibrarySource(id++, source.name(), source.place(), source.text(), source.on()), i));
    }
    for (int i = 0; i < wanted.rules().size(); i++) {
      RuleRow rule = wanted.rules().get(i);
      changes.add(new Added(new RuleRow(id++, rule.kind(), rule.text(), rule.on()), i));
    }
    for (Setting setting : Setting.values()) {
      Optional<String> before = now.setting(setting);
      Optional<String> after = wanted.setting(setting);
      if (!before.equals(after) && !(setting.isSecret() && after.isEmpty())) {
        changes.add(new SettingChanged(setting, before, after));
      }
    }
    return changes;
  }
}
