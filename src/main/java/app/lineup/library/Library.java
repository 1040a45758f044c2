package app.lineup.library;

import app.lineup.library.LibraryChange.Added;
import app.lineup.library.LibraryChange.Changed;
import app.lineup.library.LibraryChange.EditsChanged;
import app.lineup.library.LibraryChange.Moved;
import app.lineup.library.LibraryChange.Removed;
import app.lineup.library.LibraryChange.SettingChanged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that the user made, as one value: sources in the order of their channels, rules and filters in theirs,
/// and settings. Edits of single channels are too many for a value and lie in the edit store; the library says which
/// state of that store it belongs to. Immutable.
///
/// ```java
/// Library next = library.with(new LibraryChange.Changed(row, row.withOn(false)));
/// ```
///
/// @param version  grows by one with every change; two libraries of one history with the same version are the same
/// @param sources  the lists, in the order of their channels
/// @param rules    mapping rules, then filters
/// @param settings what was chosen; a setting that is not there has its usual value
/// @param edits    the state of the edit store: grows with every batch of edits that comes or goes
/// @param nextId   the id that the next row gets
public record Library(
    long version, List<LibrarySource> sources, List<RuleRow> rules, Map<Setting, String> settings, long edits,
    long nextId) {

  /// A library in which nobody made anything yet.
  public static final Library EMPTY = new Library(0, List.of(), List.of(), Map.of(), 0, 1);

  /// Copies what can change.
  public Library {
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
    settings = Map.copyOf(settings);
  }

  /// The value of a setting, empty where none was chosen.
  public Optional<String> setting(Setting setting) {
    return Optional.ofNullable(settings.get(setting));
  }

  /// The rows of a list. Only [Part#SOURCES] and [Part#RULES] have rows.
  public List<? extends Row> rows(Part part) {
    return switch (part) {
      case SOURCES -> sources;
      case RULES -> rules;
      case NUMBERING, ORDER, SEPARATORS, LOGOS, STRATEGIES, MEMORY, PUBLISHING, REFRESHING, EDITS -> List.of();
    };
  }

  /// The row with this id, where it still is.
  public Optional<Row> row(Part part, long id) {
    return rows(part).stream().filter(row -> row.id() == id).<Row>map(row -> row).findFirst();
  }

  /// The library after a change. A change that was made to another state fits as well as it can: a row that is gone is
  /// not changed, a position that is not there any more is the nearest that is.
  public Library with(LibraryChange change) {
    return switch (change) {
      case Added(Row row, int position) -> row(row.part(), row.id()).isPresent() ? this : added(row, position);
      case Removed(Row row, int _) -> without(row);
      case Moved(Row row, int _, int to) -> row(row.part(), row.id()).map(now -> without(now).added(now, to))
          .orElse(this);
      case Changed(Row before, Row after) -> row(after.part(), after.id()).map(now -> changed(now.with(before, after)))
          .orElse(this);
      case SettingChanged(Setting setting, Optional<String> _, Optional<String> after) -> set(setting, after);
      case EditsChanged(long _, boolean _) -> new Library(version + 1, sources, rules, settings, edits + 1, nextId);
    };
  }

  private Library added(Row row, int position) {
    List<Row> all = new ArrayList<>(rows(row.part()));
    all.add(Math.clamp(position, 0, all.size()), row);
    return withRows(row.part(), all);
  }

  private Library without(Row row) {
    List<Row> all = new ArrayList<>(rows(row.part()));
    return all.removeIf(one -> one.id() == row.id()) ? withRows(row.part(), all) : this;
  }

  private Library changed(Row row) {
    List<Row> all = new ArrayList<>(rows(row.part()));
    all.replaceAll(one -> one.id() == row.id() ? row : one);
    return withRows(row.part(), all);
  }

  private Library withRows(Part part, List<Row> rows) {
    long next = Math.max(nextId, rows.stream().mapToLong(Row::id).max().orElse(0) + 1);
    if (part == Part.SOURCES) {
      return new Library(version + 1, rows.stream().map(LibrarySource.class::cast).toList(), rules, settings, edits,
          next);
    }
    // Filters see what the rules left, so they stand below; among themselves, both keep their order.
    List<RuleRow> sorted = rows.stream().map(RuleRow.class::cast)
        .sorted(Comparator.comparing(row -> row.kind().isFilter())).toList();
    return new Library(version + 1, sources, sorted, settings, edits, next);
  }

  private Library set(Setting setting, Optional<String> value) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.putAll(settings);
    value.ifPresentOrElse(now -> all.put(setting, now), () -> all.remove(setting));
    return new Library(version + 1, sources, rules, all, edits, nextId);
  }
}
