package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.golden.TestFolder;
import app.lineup.golden.TestRun;
import app.lineup.model.Deduplication;
import app.lineup.problem.PipelineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A pattern that would not come to an end, or overflow the stack, ends the run: the rule and the channel are named and
/// the last playlist stays. Whatever the strategy.
final class HostilePatternsTest {

  /// A pattern and a name on which it explodes.
  record Case(String pattern, String name) {}

  static List<Case> cases() {
    return List.of(
        new Case("(.*a){12}$", ("x".repeat(30) + "a").repeat(11)),
        new Case("^(.*?,){11}P", "P" + "1,".repeat(40)),
        new Case("(a*)*b\\1c", "c" + "a".repeat(300) + "bd"),
        new Case(".*.*.*=.*x", "x".repeat(300) + "="),
        new Case("(?:a|b)*c|(a|b)*$(?<=q)", "ab".repeat(100_000)),
        new Case("(?:(?=.)(.|z))+$", "é".repeat(100_000)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void endsTheRunAndNamesRuleAndChannel(Case hostile) throws Exception {
    String condition = "channel_name matches '" + hostile.pattern() + "'";
    try (var folder = new TestFolder()) {
      Path target = folder.path().resolve("published.m3u");
      Files.writeString(target, "#EXTM3U\nthe last good one\n");
      String list = "#EXTM3U\n#EXTINF:-1,Good\nhttp://a/1\n#EXTINF:-1," + hostile.name() + "\nhttp://a/2\n";
      for (StageType stage : List.of(StageType.DATA_MAPPING, StageType.FILTERING)) {
        for (String strategy : strategies(stage)) {
          var tuning = new Tuning(Map.of(stage.id(), strategy), OptionalInt.empty(), Deduplication.NONE);
          var run = new TestRun(folder.path()).list(list).to(target).threads(2).tuning(tuning);
          var _ = stage == StageType.DATA_MAPPING ? run.rule(condition + " REMOVE") : run.exclude(condition);
          assertThatThrownBy(run::run).as(strategy).isInstanceOfSatisfying(PipelineException.class, e ->
              assertThat(e.what()).contains(hostile.pattern()).contains(hostile.name().substring(0, 30)));
          assertThat(target).hasContent("#EXTM3U\nthe last good one\n");
        }
      }
    }
  }

  private static List<String> strategies(StageType stage) {
    return Strategies.all().get(stage).stream()
        .filter(profile -> stage != StageType.FILTERING || profile.canAll(Set.of(Capability.JUDGES_FILTERS)))
        .map(StrategyProfile::name).toList();
  }
}
