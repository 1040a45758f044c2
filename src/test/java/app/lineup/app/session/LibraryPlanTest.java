package app.lineup.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.library.Library;
import app.lineup.library.LibrarySource;
import app.lineup.library.LibrarySource.Place;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.LogoPlan;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.RuleKind;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The library says what a run is made of.
final class LibraryPlanTest {

  private static final LibraryFolder FOLDER = new LibraryFolder(Path.of("data").toAbsolutePath());

  private static Library library(Map<Setting, String> settings) {
    return new Library(0,
        List.of(new LibrarySource(1, "Sample", Place.SAMPLE, "", true),
            new LibrarySource(2, "Off", Place.FILE, "/lists/off.m3u", false),
            new LibrarySource(3, "Web", Place.URL, "http://host/list", true)),
        List.of(new RuleRow(4, RuleKind.RULE, "REMOVE", false), new RuleRow(5, RuleKind.INCLUDE, "a", true),
            new RuleRow(6, RuleKind.EXCLUDE, "b", true)), settings, 0, 7);
  }

  private static RunPlan plan(Map<Setting, String> settings) {
    return new LibraryPlan(library(settings), FOLDER).plan(new Target.OfFile(Path.of("out")), new Numbering.None());
  }

  @Test
  void rowsThatAreOnTakePart() {
    RunPlan plan = plan(Map.of());
    assertThat(plan.sources()).containsExactly(new Source("Sample", new Location.OfFile(FOLDER.sample())),
        new Source("Web", new Location.OfUrl(URI.create("http://host/list"))));
    assertThat(plan.rules()).containsExactly(new Rule("REMOVE", false));
    assertThat(plan.filters()).containsExactly(
        new Filter(Filter.Mode.INCLUDE, "a", true), new Filter(Filter.Mode.EXCLUDE, "b", true));
    assertThat(plan.order()).hasToString("");
    assertThat(plan.logos()).isEqualTo(new LogoPlan.Off());
    assertThat(plan.tuning().preferred()).isEmpty();
    assertThat(plan.durable()).isTrue();
    assertThat(plan.numbers()).contains(FOLDER.numbers());
  }

  @Test
  void settingsCount() {
    RunPlan plan = plan(
        Map.of(Setting.SEQUENCE, "GROUPS", Setting.SEPARATORS, "HIDE", Setting.DURABLE, "false", Setting.LOGOS, "true",
        Setting.LOGO_SPACE, "LITTLE", Setting.STRATEGY_OUTPUT, "streaming_output", Setting.STRATEGY_FILTERING,
        "quantum_filter"));
    assertThat(plan.order()).hasToString("group,name");
    assertThat(plan.separators()).isEqualTo(SeparatorPolicy.HIDE);
    assertThat(plan.durable()).isFalse();
    assertThat(plan.logos()).isEqualTo(new LogoPlan.On(FOLDER.logos(), 64_000_000, true));
    assertThat(plan.tuning().preferred()).isEqualTo(Map.of("output", "streaming_output"));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-",
      value = {"-,-,-,Right", "KEEP,-,-,Right", "FROM,100,-,Right", "FROM,ten,-,BadFirst", "RANGES,-,-,NoRange",
      "RANGES,-,News=100-199,Right", "RANGES,-,News,BadRange", "SOME,-,-,Right"})
  void numberingIsUnderstoodOrSaysWhatIsWrong(String scheme, String first, String ranges, String expected) {
    var settings = new EnumMap<Setting, String>(Setting.class);
    Map.of(Setting.NUMBERS, scheme == null ? "" : scheme, Setting.FIRST_NUMBER, first == null ? "" : first,
        Setting.RANGES, ranges == null ? "" : ranges)
        .forEach((setting, value) -> {
          if (!value.isEmpty()) {
            settings.put(setting, value);
          }
        });
    assertThat(ChosenNumbering.of(library(settings)).getClass().getSimpleName()).isEqualTo(expected);
  }
}
