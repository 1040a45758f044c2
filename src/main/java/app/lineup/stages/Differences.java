package app.lineup.stages;

import app.lineup.model.Attribute;
import app.lineup.model.Channel;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In which fields a channel says something else than before. Thread-safe: no state.
final class Differences {

  private Differences() {}

  /// Whether any text differs.
  static boolean any(Channel before, Channel after) {
    for (KnownField field : KnownField.values()) {
      if (differs(before, field, after.changes().of(field))) {
        return true;
      }
    }
    return after.changes().attributes().entrySet().stream()
        .anyMatch(change -> differs(before, change.getKey(), change.getValue()));
  }

  /// The fields whose text differs.
  static List<RuleEffect.Change> between(Channel before, Channel after) {
    List<RuleEffect.Change> changes = new ArrayList<>();
    for (KnownField field : KnownField.values()) {
      add(changes, before, field, after.changes().of(field));
    }
    after.changes().attributes().forEach((Attribute field, String now) -> add(changes, before, field, now));
    return changes;
  }

  private static void add(List<RuleEffect.Change> changes, Channel before, Field field, @Nullable String now) {
    if (now != null && differs(before, field, now)) {
      changes.add(new RuleEffect.Change(field.ruleName(), before.text(field), now));
    }
  }

  private static boolean differs(Channel before, Field field, @Nullable String now) {
    return now != null && !now.equals(before.text(field));
  }
}
