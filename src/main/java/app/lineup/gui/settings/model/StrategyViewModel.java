package app.lineup.gui.settings.model;

import java.util.List;
import javafx.beans.property.StringProperty;

/// Which strategy the user wants a stage to be done with. Not thread-safe; used by the window's thread.
public final class StrategyViewModel {

  private final String stage;
  private final List<String> names;
  private final StringProperty chosen;

  /// @param stage  its name for a person
  /// @param names  those of its strategies, best first, behind an empty one that leaves the choice to the program
  /// @param chosen the one that is preferred
  StrategyViewModel(String stage, List<String> names, StringProperty chosen) {
    this.stage = stage;
    this.names = List.copyOf(names);
    this.chosen = chosen;
  }

  public String stage() {
    return stage;
  }

  /// What may be chosen; the empty name leaves it to the program.
  public List<String> names() {
    return names;
  }

  public StringProperty chosen() {
    return chosen;
  }
}
