package app.lineup.app;

import app.lineup.model.Attribute;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// In which fields a channel says something else than before. Thread-safe: no state.
public final class Differences {

  private static final KnownField[] FIELDS = KnownField.values();

  private Differences() {}

  /// Whether any text differs in an entry that was `before` until rules were carried out on it.
  public static boolean any(Channel before, ChannelBlock block, int entry) {
    for (KnownField field : FIELDS) {
      boolean touched = block.isChanged(entry, field) || before.changed(field) != null;
      if (touched && !block.text(entry, field).equals(before.text(field))) {
        return true;
      }
    }
    List<Attribute> attributes = block.newAttributes();
    for (int i = 0; i < attributes.size(); i++) {
      Attribute attribute = attributes.get(i);
      boolean touched = block.newFrom(entry, i) >= 0 || before.changes().of(attribute) != null;
      if (touched && !block.text(entry, attribute).equals(before.text(attribute))) {
        return true;
      }
    }
    return false;
  }

  /// The fields whose text differs.
  public static List<Field> between(Channel before, Channel after) {
    Set<Field> touched = new LinkedHashSet<>();
    for (KnownField field : FIELDS) {
      if (after.changed(field) != null || before.changed(field) != null) {
        touched.add(field);
      }
    }
    touched.addAll(after.changes().attributes().keySet());
    touched.addAll(before.changes().attributes().keySet());
    return touched.stream().filter(field -> !before.text(field).equals(after.text(field))).toList();
  }
}
