package app.lineup.rule;

import java.util.List;

/// True where one of the parts is. Confined to one thread.
final class AnyCheck implements Check {

  private final Check[] parts;

  AnyCheck(List<Check> parts) {
    this.parts = parts.toArray(Check[]::new);
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
