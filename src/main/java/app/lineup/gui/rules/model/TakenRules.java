package app.lineup.gui.rules.model;

import app.lineup.library.Library;
import app.lineup.library.LibraryChange;
import app.lineup.library.RuleRow;
import app.lineup.rule.set.SetEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rules and filters of a set as they come into the library: behind those that are there, or in their place.
/// Immutable.
///
/// @param changes what makes the library hold them
/// @param first   the id of the first of them
record TakenRules(List<LibraryChange> changes, long first) {

  /// @param entries at least one
  static TakenRules of(Library library, List<SetEntry> entries, boolean inPlace) {
    List<LibraryChange> changes = new ArrayList<>();
    List<RuleRow> now = library.rules();
    if (inPlace) {
      for (int i = now.size() - 1; i >= 0; i--) {
        changes.add(new LibraryChange.Removed(now.get(i), i));
      }
    }
    long id = library.nextId();
    List<RuleRow> wanted = new ArrayList<>(inPlace ? List.of() : now);
    List<RuleRow> fresh = new ArrayList<>();
    for (SetEntry entry : entries) {
      boolean works = entry.mistake().isEmpty() && !entry.text().isBlank();
      var row = new RuleRow(id++, entry.kind(), entry.text(), entry.on() && works);
      fresh.add(row);
      wanted.add(row);
    }
    // The order among rules and among filters stays: sorting keeps it.
    wanted.sort(Comparator.comparing(row -> row.kind().isFilter()));
    fresh.sort(Comparator.comparingInt(wanted::indexOf));
    fresh.forEach(row -> changes.add(new LibraryChange.Added(row, wanted.indexOf(row))));
    return new TakenRules(changes, fresh.getFirst().id());
  }
}
