package app.lineup.cli.output;

import app.lineup.app.explain.Explanation;
import app.lineup.app.explain.Journey;
import app.lineup.app.explain.Journey.FieldChange;
import app.lineup.app.explain.Journey.Step;
import java.util.ArrayList;
import java.util.List;

/// What happened to channels on their way, in lines for a person. Not thread-safe; used once.
public final class JourneyLines {

  /// The ready-made rules are long, and their names say enough.
  private static final int SHOWN_RULE = 160;
  private static final int INDENT = 12;

  private final List<String> rules;
  private final List<String> lines = new ArrayList<>();

  /// @param rules what each rule of the run is called
  public JourneyLines(List<String> rules) {
    this.rules = rules;
  }

  /// What `explain` prints about the channels that were asked for.
  public List<String> of(Explanation explanation) {
    if (!explanation.exact()) {
      lines.add(Texts.get("explain.alike"));
      lines.add("");
    }
    for (Explanation.Hit hit : explanation.hits()) {
      lines.add(hit.name() + (hit.group().isEmpty() ? "" : " [" + hit.group() + "]"));
      hit.journey().steps().forEach(this::step);
      lines.add("");
    }
    if (explanation.total() > explanation.hits().size()) {
      lines.add(Texts.get("explain.more", explanation.hits().size(), Amounts.count(explanation.total())));
    } else {
      lines.removeLast();
    }
    return lines;
  }

  private void step(Step step) {
    switch (step) {
      case Step.Loaded(String source, String _, List<FieldChange> inherited) -> {
        say(step, Texts.get("explain.loaded", source));
        inherited.forEach(one -> more(Texts.get("explain.inherited", one.field(), quoted(one.to()))));
      }
      case Step.HeldBack(String name, String source) -> say(step, Texts.get("explain.held-back", quoted(name), source));
      case Step.Mapped(String rule, int number, List<FieldChange> changes) -> {
        say(step, Texts.get("explain.mapped", name(number), shown(rule)));
        changes.forEach(one ->
            more(Texts.get("explain.change", one.field(), quoted(one.from()), quoted(one.to()))));
      }
      case Step.Untouched(int count) ->
          say(step, count == 1 ? Texts.get("explain.untouched.one") : Texts.get("explain.untouched", count));
      case Step.Removed(String rule, int number) -> say(step, Texts.get("explain.removed", name(number), shown(rule)));
      case Step.Kept kept -> say(step, kept.include().map(filter -> Texts.get("explain.included", shown(filter)))
          .orElse(kept.passed() == 0 ? Texts.get("explain.kept") : Texts.get("explain.passed", kept.passed())));
      case Step.NotIncluded() -> say(step, Texts.get("explain.not-included"));
      case Step.Excluded(String filter) -> say(step, Texts.get("explain.excluded", shown(filter)));
      case Step.HiddenSeparator() -> say(step, Texts.get("explain.hidden"));
      case Step.Failed(var _, String rule, String why) -> say(step, Texts.get("explain.failed", shown(rule), why));
      case Step.Numbered numbered -> say(step, number(numbered));
      // Here no pictures are looked for.
      case Step.Logo _ -> { }
      case Step.Published(String entry, boolean changed) -> {
        say(step, Texts.get(changed ? "explain.published.changed" : "explain.published"));
        entry.lines().forEach(this::more);
      }
    }
  }

  static String number(Step.Numbered step) {
    String given = step.given();
    if (given.isEmpty()) {
      return Texts.get("explain.number.none");
    }
    if (given.equals(step.before())) {
      return Texts.get("explain.number.own", given);
    }
    if (step.before().isEmpty()) {
      return Texts.get("explain.number.given", given);
    }
    return step.holder().map(holder -> Texts.get("explain.number.taken", given, step.before(), quoted(holder)))
        .orElseGet(() -> Texts.get("explain.number.other", given, step.before()));
  }

  private String name(int number) {
    return rules.get(number - 1);
  }

  private static String quoted(String text) {
    return text.isEmpty() ? Texts.get("explain.blank") : "\"" + text + "\"";
  }

  private static String shown(String rule) {
    String line = rule.lines().reduce((one, next) -> one + " " + next.strip()).orElse("");
    return line.codePointCount(0, line.length()) <= SHOWN_RULE
        ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN_RULE)) + "…";
  }

  private void say(Step step, String what) {
    String stage = Texts.get("stage." + step.stage().id());
    lines.add("  " + stage + " ".repeat(Math.max(1, INDENT - 2 - stage.length())) + what);
  }

  private void more(String what) {
    lines.add(" ".repeat(INDENT + 2) + what);
  }
}
