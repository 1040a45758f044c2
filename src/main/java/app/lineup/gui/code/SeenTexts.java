package app.lineup.gui.code;

import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.Trait;
import app.lineup.rule.SeenValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the window knows of the user's lists: the names of groups and sources. Thread-safe.
public final class SeenTexts implements SeenValues {

  private final Map<Field, List<String>> texts = new ConcurrentHashMap<>();

  /// Says which groups there are; of `A;B` each part is one, too, as rules compare it.
  public void groups(List<String> names) {
    Set<String> all = new LinkedHashSet<>(names);
    names.stream().filter(name -> name.indexOf(';') >= 0).flatMap(name -> List.of(name.split(";")).stream())
        .map(String::strip).filter(part -> !part.isEmpty()).forEach(all::add);
    texts.put(KnownField.GROUP_TITLE, List.copyOf(all));
  }

  /// Says which sources there are.
  public void sources(List<String> names) {
    texts.put(Trait.SOURCE_NAME, List.copyOf(names));
  }

  @Override
  public List<String> of(Field field, String prefix, int limit) {
    return texts.getOrDefault(field, List.of()).stream()
        .filter(text -> text.regionMatches(true, 0, prefix, 0, prefix.length())).limit(limit).toList();
  }
}
