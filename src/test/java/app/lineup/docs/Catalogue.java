package app.lineup.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of `src/docs/oddities.md`. Immutable.
///
/// @param rows in their order
record Catalogue(List<Row> rows) {

  /// What an id looks like, wherever it is named.
  static final Pattern ID = Pattern.compile("\\b(?:M3U|XTREAM|XMLTV|HTTP|CLI|SECRET|RULE)-[1-9]\\d*\\b");

  private static final Pattern ROW = Pattern.compile("^\\| (" + ID.pattern() + ") \\|.*\\| ([^|]*) \\|$",
      Pattern.MULTILINE);
  private static final Set<String> DONE = Set.of("yes", "part", "later");

  /// @param id   such as `M3U-13`
  /// @param done what the last column says
  record Row(String id, String done) {

    /// The number behind the area.
    String number() {
      return id.substring(id.lastIndexOf('-') + 1);
    }

    boolean isHandled() {
      return !done.equals("later");
    }
  }

  static Catalogue of(String page) {
    List<Row> rows = new ArrayList<>();
    Matcher row = ROW.matcher(page);
    while (row.find()) {
      rows.add(new Row(row.group(1), row.group(2)));
    }
    return new Catalogue(List.copyOf(rows));
  }

  /// The ids that a text names.
  static Set<String> named(String text) {
    Set<String> ids = new TreeSet<>();
    Matcher id = ID.matcher(text);
    while (id.find()) {
      ids.add(id.group());
    }
    return ids;
  }

  /// What is wrong with the catalogue itself.
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    Set<String> numbers = new TreeSet<>();
    for (Row row : rows) {
      if (!numbers.add(row.number())) {
        problems.add(row.id + ": the number is used twice");
      }
      if (!DONE.contains(row.done)) {
        problems.add(row.id + ": done is «" + row.done + "», and should be one of " + new TreeSet<>(DONE));
      }
    }
    return problems;
  }

  /// Those of the ids that no row has.
  List<String> unknown(Set<String> ids) {
    return ids.stream().filter(id -> rows.stream().noneMatch(row -> row.id.equals(id))).toList();
  }

  /// The rows that are called handled and are in none of the ids.
  List<String> untested(Set<String> ids) {
    return rows.stream().filter(Row::isHandled).map(Row::id).filter(id -> !ids.contains(id)).toList();
  }
}
