package app.lineup.gui.rules.model;

import app.lineup.app.preview.RuleEffect;
import app.lineup.app.preview.RuleEffect.Change;
import app.lineup.app.preview.RuleEffect.Hit;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import java.util.ArrayList;
import java.util.List;

/// What a rule does, in words. Thread-safe: no state.
final class PreviewWordsViewModel {

  private final Texts texts;

  PreviewWordsViewModel(Texts texts) {
    this.texts = texts;
  }

  /// How many channels match, and what that comes to.
  ///
  /// @param ended whether all channels were looked at
  String says(RuleEffect effect, boolean ended) {
    String matching = Amounts.count(effect.matching());
    String of = Amounts.count(effect.lookedAt());
    if (!ended) {
      return texts.get("preview.so-far", matching, of);
    }
    if (effect.lookedAt() == 0) {
      return texts.get(effect.failures().isEmpty() ? "preview.none-left" : "preview.unreadable");
    }
    if (effect.matching() == 0) {
      return texts.get("preview.no-match", of);
    }
    String counted = texts.get(effect.matching() == 1 ? "preview.match.one" : "preview.match.many", matching, of);
    if (effect.acting() == 0) {
      return texts.get("preview.idle", counted);
    }
    boolean all = effect.acting() == effect.matching();
    return all ? counted + "." : texts.get("preview.some", counted, Amounts.count(effect.acting()));
  }

  /// What else there is to know; may be empty.
  String remarks(RuleEffect effect, boolean on) {
    List<String> remarks = new ArrayList<>();
    if (!on) {
      remarks.add(texts.get("preview.off"));
    }
    if (effect.hidden() > 0) {
      remarks.add(texts.get("preview.hidden", Amounts.count(effect.hidden())));
    }
    if (effect.acting() > effect.hits().size()) {
      remarks.add(texts.get("preview.first", effect.hits().size()));
    }
    effect.failures().forEach(
        failure -> remarks.add(texts.get("preview.source-failed", failure.source(), failure.what())));
    return String.join(" ", remarks);
  }

  List<PreviewRow> rows(RuleEffect effect) {
    List<PreviewRow> rows = new ArrayList<>();
    for (Hit hit : effect.hits()) {
      String outcome = outcome(hit.outcome());
      if (hit.changes().isEmpty()) {
        rows.add(new PreviewRow(hit.name(), shown(hit.group()), "", "", "", outcome));
      }
      String name = hit.name();
      for (Change change : hit.changes()) {
        rows.add(new PreviewRow(
            name, shown(hit.group()), change.field(), shown(change.before()), shown(change.after()), outcome));
        name = "";
      }
    }
    return rows;
  }

  private String outcome(RuleEffect.Outcome outcome) {
    return switch (outcome) {
      case CHANGED -> "";
      case REMOVED -> texts.get("outcome.removed");
      case KEPT -> texts.get("outcome.kept");
      case LEFT_OUT -> texts.get("outcome.left-out");
      case LEFT_OUT_BY_ANOTHER -> texts.get("outcome.left-out-by-another");
      case HIDDEN_SEPARATOR -> texts.get("outcome.hidden-separator");
    };
  }

  private String shown(String text) {
    return text.isBlank() ? texts.get("preview.blank") : text;
  }
}
