package app.lineup.rule.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.rule.RandomTrees;
import app.lineup.rule.editor.RuleText;
import app.lineup.rule.editor.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What is written from a tree is read as the same tree, and written so again.
class RuleFormatProperties {

  @Property(tries = 3000)
  void rulesReadBack(@ForAll long seed) {
    MappingRule rule = new RandomTrees(seed).rule();
    String text = RuleFormat.of(rule);
    MappingRule read = RuleParser.mappingRule(text, RandomTrees.CLOCK);
    assertThat(RandomTrees.bare(read)).as(text).isEqualTo(rule);
    assertThat(RuleFormat.of(read)).isEqualTo(text);
  }

  @Property(tries = 3000)
  void conditionsReadBack(@ForAll long seed) {
    Condition condition = new RandomTrees(seed).condition(5);
    String text = RuleFormat.of(condition);
    Condition read = RuleParser.condition(text, RandomTrees.CLOCK);
    assertThat(RandomTrees.bare(read)).as(text).isEqualTo(RandomTrees.bare(condition));
    assertThat(RuleFormat.of(read)).isEqualTo(text);
    assertThat(read.from()).isZero();
    assertThat(read.to()).isEqualTo(text.length());
  }

  /// Whatever is cut out of a text, it is coloured in order and completed, and every mistake has a place inside it.
  @Property(tries = 2000)
  void brokenTextsAreBorne(@ForAll long seed, @ForAll short from, @ForAll short much, @ForAll char put) {
    String text = RuleFormat.of(new RandomTrees(seed).rule());
    int cut = Math.floorMod(from, text.length());
    String broken = text.substring(0, cut) + put
        + text.substring(Math.min(text.length(), cut + Math.floorMod(much, 9)));
    RuleText rule = new RuleText(Dialect.RULE, broken);
    int at = 0;
    for (Span span : rule.spans()) {
      assertThat(span.from()).as(broken).isGreaterThanOrEqualTo(at);
      assertThat(span.to()).as(broken).isGreaterThan(span.from()).isLessThanOrEqualTo(broken.length());
      at = span.to();
    }
    assertThat(rule.mistakes()).as(broken).allSatisfy(mistake ->
        assertThat(mistake.from()).isBetween(0, broken.length()));
    assertThat(rule.completions(cut, (_, _, _) -> List.of())).as(broken).allSatisfy(candidate ->
        assertThat(candidate.to()).isBetween(candidate.from(), broken.length()));
    rule.pairAt(cut).ifPresent(pair -> assertThat(pair.closing()).isGreaterThan(pair.opening()));
  }
}
