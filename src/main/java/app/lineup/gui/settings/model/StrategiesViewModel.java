package app.lineup.gui.settings.model;

import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Texts;
import app.lineup.library.Setting;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Strategies;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;

/// Which strategies the user prefers, by stage. Not thread-safe; used by the window's thread. Logos are not among
/// them: whether they are fetched is chosen by itself.
public final class StrategiesViewModel {

  private final Texts texts;
  private final SettingProperties settings;
  private final Map<StageType, List<String>> known = new EnumMap<>(StageType.class);

  /// @param settings where the choices are kept
  public StrategiesViewModel(Texts texts, SettingProperties settings) {
    this.texts = texts;
    this.settings = settings;
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
    return new StrategyViewModel(texts.get("stage." + stage.id()), names, setting(stage));
  }

  /// Of a library that another version wrote, a name that is none here is shown as none.
  private StringProperty setting(StageType stage) {
    return settings.text(Setting.of("strategy." + stage.id()).orElseThrow(), "");
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
