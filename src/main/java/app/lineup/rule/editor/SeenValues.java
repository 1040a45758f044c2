package app.lineup.rule.editor;

import app.lineup.model.Field;
import java.util.List;

/// The texts that the user's lists have in a field. Asked while somebody types: answers at once or with nothing.
@FunctionalInterface
public interface SeenValues {

  /// Some texts of `field` that begin with `prefix` in any case, the most useful first.
  ///
  /// @param limit how many at most
  List<String> of(Field field, String prefix, int limit);
}
