package app.lineup.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// True where one of the parts is. Not thread-safe; used by one thread.
final class AnyCheck implements Check {

  private final Check[] parts;

  AnyCheck(List<Check> parts) {
    this.parts = parts.toArray(Check[]::new);
  }

  @Override
  public @Nullable Gate gate() {
    Gate[] gates = new Gate[parts.length];
    for (int i = 0; i < parts.length; i++) {
      Gate gate = parts[i].gate();
      if (gate == null) {
        return null;
      }
      gates[i] = gate;
    }
    return new Gate.Any(gates);
  }

  @Override
  public boolean holds() {
    for (Check part : parts) {
      if (part.holds()) {
        return true;
      }
    }
    return false;
  }
}
