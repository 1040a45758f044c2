package app.lineup.gui.channels.model;

import app.lineup.app.explain.Journey;
import app.lineup.app.explain.Journey.FieldChange;
import app.lineup.gui.text.Texts;
import app.lineup.model.Secrets;
import java.util.List;

/// What is said about a channel's way into the lineup. Thread-safe: no state.
final class JourneyViewModel {

  private JourneyViewModel() {}

  static List<Step> of(Texts texts, Journey journey) {
    return journey.steps().stream().map(step -> of(texts, step)).toList();
  }

  private static Step of(Texts texts, Journey.Step step) {
    String stage = texts.get("stage." + step.stage().id());
    return switch (step) {
      case Journey.Step.Loaded(String source, String _, List<FieldChange> inherited) ->
          new Step(stage, texts.get(inherited.isEmpty() ? "loaded" : "loaded.inherited", source), "",
              changes(inherited));
      case Journey.Step.HeldBack(String name, String source) -> said(stage, texts.get("held-back", name, source));
      case Journey.Step.Mapped(String rule, int number, List<FieldChange> changes) ->
          new Step(stage, texts.get("mapped", number), Secrets.mask(rule), changes(changes));
      case Journey.Step.Untouched(int rules) -> said(stage, texts.amount("untouched", rules));
      case Journey.Step.Removed(String rule, int _) ->
          new Step(stage, texts.get("removed"), Secrets.mask(rule), List.of());
      case Journey.Step.Kept kept -> kept.include()
          .map(include -> new Step(stage, texts.get("included"), Secrets.mask(include), List.of()))
          .orElseGet(() -> said(stage, kept.passed() == 0 ? texts.get("kept") : texts.amount("passed", kept.passed())));
      case Journey.Step.NotIncluded() -> said(stage, texts.get("not-included"));
      case Journey.Step.Excluded(String filter) ->
          new Step(stage, texts.get("excluded"), Secrets.mask(filter), List.of());
      case Journey.Step.HiddenSeparator() -> said(stage, texts.get("hidden-separator"));
      case Journey.Step.Failed(var _, String rule, String why) -> new Step(stage, why, Secrets.mask(rule), List.of());
      case Journey.Step.Numbered(String before, String given, var _) -> numbered(texts, stage, before, given);
      case Journey.Step.Logo(var state) -> switch (state) {
        case NOT_FETCHED -> said(stage, texts.get("logo.not-fetched"));
        case NO_ADDRESS -> said(stage, texts.get("logo.no-address"));
        case CACHED -> said(stage, texts.get("logo.cached"));
        case FAILED -> said(stage, texts.get("logo.failed"));
      };
      case Journey.Step.Published(String entry, boolean changed) ->
          new Step(stage, texts.get(changed ? "published.changed" : "published"), entry.stripTrailing(), List.of());
    };
  }

  private static Step numbered(Texts texts, String stage, String before, String given) {
    if (given.isEmpty()) {
      return said(stage, texts.get("number.none"));
    }
    if (given.equals(before)) {
      return said(stage, texts.get("number.own", given));
    }
    return said(stage, before.isEmpty() ? texts.get("number.given", given) : texts.get("number.other", given, before));
  }

  private static Step said(String stage, String what) {
    return new Step(stage, what, "", List.of());
  }

  private static List<Step.Change> changes(List<FieldChange> changes) {
    return changes.stream().map(change -> new Step.Change(change.field(), change.from(), change.to())).toList();
  }
}
