package app.lineup.gui.code;

import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.rule.editor.SeenValues;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What the window knows of the user's lists: the names of groups and sources. Thread-safe.
public final class SeenTexts implements SeenValues {

  private final Map<Field, List<String>> texts = new ConcurrentHashMap<>();
  private List<String> inLineup = List.of();
  private List<String> inLists = List.of();

  /// Says which groups the lineup has; of `A;B` each part is one, too, as rules compare it.
  public synchronized void groups(Collection<String> names) {
    inLineup = List.copyOf(names);
    groups();
  }

  /// Says which groups the lists have, before any rule: what a rule renames, and what a filter leaves out, is among
  /// them.
  public synchronized void groupsOfLists(Collection<String> names) {
    inLists = List.copyOf(names);
    groups();
  }

  private void groups() {
    Set<String> all = new LinkedHashSet<>();
    Stream.of(inLineup, inLists).flatMap(Collection::stream).filter(name -> !name.isEmpty()).forEach(all::add);
    List.copyOf(all).stream().filter(name -> name.indexOf(';') >= 0).flatMap(name -> List.of(name.split(";")).stream())
        .map(String::strip).filter(part -> !part.isEmpty()).forEach(all::add);
    texts.put(KnownField.GROUP_TITLE, List.copyOf(all));
  }

  /// Says which sources there are.
  public void sources(List<String> names) {
    texts.put(DerivedField.SOURCE_NAME, List.copyOf(names));
  }

  @Override
  public List<String> of(Field field, String prefix, int limit) {
    return texts.getOrDefault(field, List.of()).stream()
        .filter(text -> text.regionMatches(true, 0, prefix, 0, prefix.length())).limit(limit).toList();
  }
}
