package app.lineup.cli;

import app.lineup.model.Secrets;
import app.lineup.stages.Journey.FieldChange;
import app.lineup.stages.Journey.Step;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Says the same as [JourneyLines] to programs: an object for each step. Confined.
///
/// @param rules what each rule of the run is called
record JourneyJson(JsonGenerator json, List<String> rules) {

  void write(Step step) {
    json.writeStartObject();
    text("stage", step.stage().id());
    switch (step) {
      case Step.Loaded(String source, String place, List<FieldChange> inherited) -> {
        text("step", "loaded");
        text("source", source);
        text("place", place);
        changes("inherited", inherited);
      }
      case Step.HeldBack(String name, String source) -> {
        text("step", "held_back");
        text("keptName", name);
        text("keptSource", source);
      }
      case Step.Mapped(String rule, int number, List<FieldChange> changes) -> {
        text("step", "mapped");
        rule(rule, number);
        changes("changes", changes);
      }
      case Step.Untouched(int count) -> {
        text("step", "untouched");
        json.writeNumberProperty("rules", count);
      }
      case Step.Removed(String rule, int number) -> {
        text("step", "removed");
        rule(rule, number);
      }
      case Step.Kept kept -> {
        text("step", "kept");
        kept.include().ifPresent(filter -> text("filter", filter));
        json.writeNumberProperty("excludesPassed", kept.passed());
      }
      case Step.NotIncluded() -> text("step", "not_included");
      case Step.Excluded(String filter) -> {
        text("step", "excluded");
        text("filter", filter);
      }
      case Step.HiddenSeparator() -> text("step", "hidden_separator");
      case Step.Failed(var _, String rule, String why) -> {
        text("step", "failed");
        text("rule", rule);
        text("why", why);
      }
      case Step.Numbered numbered -> {
        text("step", "numbered");
        text("before", numbered.before());
        text("number", numbered.given());
        numbered.holder().ifPresent(holder -> text("holder", holder));
      }
      case Step.Logo _ -> text("step", "not_looked_for");
      case Step.Published(String entry, boolean changed) -> {
        text("step", "published");
        json.writeBooleanProperty("changed", changed);
        text("entry", entry);
      }
    }
    json.writeEndObject();
  }

  private void rule(String rule, int number) {
    text("rule", rule);
    text("ruleName", rules.get(number - 1));
  }

  private void changes(String name, List<FieldChange> changes) {
    json.writeArrayPropertyStart(name);
    for (FieldChange change : changes) {
      json.writeStartObject();
      text("field", change.field());
      text("from", change.from());
      text("to", change.to());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void text(String name, String value) {
    json.writeStringProperty(name, Secrets.mask(value));
  }
}
