package app.lineup.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// True where all parts are. What its patterns caught is forgotten where it is false. Not thread-safe; used by one
/// thread.
final class AllCheck implements Check {

  private final Check[] parts;
  private final Captures captures;

  AllCheck(List<Check> parts, Captures captures) {
    this.parts = parts.toArray(Check[]::new);
    this.captures = captures;
  }

  /// A later part may not answer before the first: that may have to be stopped.
  @Override
  public @Nullable Gate gate() {
    return parts[0].gate();
  }

  @Override
  public boolean holds() {
    int caught = captures.size();
    for (Check part : parts) {
      if (!part.holds()) {
        captures.backTo(caught);
        return false;
      }
    }
    return true;
  }
}
