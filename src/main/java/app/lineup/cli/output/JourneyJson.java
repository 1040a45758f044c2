package app.lineup.cli.output;

import app.lineup.app.explain.Journey.FieldChange;
import app.lineup.app.explain.Journey.Step;
import java.util.List;

/// Says the same as [JourneyLines] to programs: fills an object for each step. Not thread-safe; used by one thread.
///
/// @param rules what each rule of the run is called
record JourneyJson(MaskedJson json, List<String> rules) {

  void write(Step step) {
    json.text("stage", step.stage().id());
    switch (step) {
      case Step.Loaded(String source, String place, List<FieldChange> inherited) -> {
        json.text("step", "loaded");
        json.text("source", source);
        json.text("place", place);
        changes("inherited", inherited);
      }
      case Step.HeldBack(String name, String source) -> {
        json.text("step", "held_back");
        json.text("keptName", name);
        json.text("keptSource", source);
      }
      case Step.Mapped(String rule, int number, List<FieldChange> changes) -> {
        json.text("step", "mapped");
        rule(rule, number);
        changes("changes", changes);
      }
      case Step.Untouched(int count) -> {
        json.text("step", "untouched");
        json.number("rules", count);
      }
      case Step.Removed(String rule, int number) -> {
        json.text("step", "removed");
        rule(rule, number);
      }
      case Step.Kept kept -> {
        json.text("step", "kept");
        kept.include().ifPresent(filter -> json.text("filter", filter));
        json.number("excludesPassed", kept.passed());
      }
      case Step.NotIncluded() -> json.text("step", "not_included");
      case Step.Excluded(String filter) -> {
        json.text("step", "excluded");
        json.text("filter", filter);
      }
      case Step.HiddenSeparator() -> json.text("step", "hidden_separator");
      case Step.Failed(var _, String rule, String why) -> {
        json.text("step", "failed");
        json.text("rule", rule);
        json.text("why", why);
      }
      case Step.Numbered numbered -> {
        json.text("step", "numbered");
        json.text("before", numbered.before());
        json.text("number", numbered.given());
        numbered.holder().ifPresent(holder -> json.text("holder", holder));
      }
      case Step.Logo _ -> json.text("step", "not_looked_for");
      case Step.Published(String entry, boolean changed) -> {
        json.text("step", "published");
        json.truth("changed", changed);
        json.text("entry", entry);
      }
    }
  }

  private void rule(String rule, int number) {
    json.texts("rule", rule, "ruleName", rules.get(number - 1));
  }

  private void changes(String name, List<FieldChange> changes) {
    json.objects(name, changes,
        change -> json.texts("field", change.field(), "from", change.from(), "to", change.to()));
  }
}
