package app.lineup.gui.settings.model;

import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.gui.text.Texts;
import app.lineup.library.file.Preferences;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Strategies;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which strategies the user prefers, by stage. Not thread-safe; used by the window's thread. Logos are not among
/// them: whether they are fetched is chosen by itself.
public final class StrategiesViewModel {

  private final Texts texts;
  private final Preferences preferences;
  private final List<Runnable> listeners = new ArrayList<>();
  private final Map<StageType, List<String>> known = new EnumMap<>(StageType.class);

  /// @param preferences where the choices are kept
  public StrategiesViewModel(Texts texts, Preferences preferences) {
    this.texts = texts;
    this.preferences = preferences;
  }

  /// Has `listener` called when another strategy is preferred.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /// A row for each stage.
  public List<StrategyViewModel> rows() {
    return stages().map(this::row).toList();
  }

  private static Stream<StageType> stages() {
    return Stream.of(StageType.values()).filter(stage -> stage != StageType.LOGO_PREFETCH);
  }

  private StrategyViewModel row(StageType stage) {
    List<String> names = new ArrayList<>(List.of(""));
    names.addAll(names(stage));
    var row = new StrategyViewModel(texts.get("stage." + stage.id()), names, kept(stage));
    row.chosen().subscribe((before, now) -> {
      preferences.set(key(stage), now);
      listeners.forEach(Runnable::run);
    });
    return row;
  }

  /// The strategies that are preferred, by the ids of their stages.
  public Map<String, String> preferred() {
    Map<String, String> preferred = new HashMap<>();
    stages().filter(stage -> !kept(stage).isEmpty()).forEach(stage -> preferred.put(stage.id(), kept(stage)));
    return preferred;
  }

  /// A library that another version wrote may hold a name that is none here.
  private String kept(StageType stage) {
    String name = preferences.get(key(stage), "");
    return name.isEmpty() || names(stage).contains(name) ? name : "";
  }

  private static String key(StageType stage) {
    return "strategy." + stage.id();
  }

  /// Asked for only when somebody wants to know, since the window's start needs none of it.
  private List<String> names(StageType stage) {
    if (known.isEmpty()) {
      Strategies.all().forEach((type, profiles) -> known.put(
          type, profiles.stream().filter(profile -> fits(type, profile)).map(StrategyProfile::name).toList()));
    }
    return known.getOrDefault(stage, List.of());
  }

  /// Whether it does its stage whatever the rules and filters are.
  private static boolean fits(StageType type, StrategyProfile profile) {
    return type != StageType.FILTERING || profile.canAll(Set.of(Capability.JUDGES_FILTERS));
  }
}
