package app.lineup.app.preview;

import app.lineup.app.Differences;
import app.lineup.model.KnownField;
import app.lineup.model.Secrets;
import app.lineup.model.Source;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;

/// Adds up what is found chunk by chunk. Not thread-safe; used by the thread that joins the chunks.
final class EffectSum {

  /// More than fit on a screen.
  static final int KEPT_HITS = 50;

  private final Question question;
  private final List<RuleEffect.Hit> hits = new ArrayList<>();
  private final List<RuleEffect.SourceFailure> failures = new ArrayList<>();
  private long lookedAt;
  private long matching;
  private long acting;
  private long hidden;

  EffectSum(Question question) {
    this.question = question;
  }

  void add(ChunkEffect chunk) {
    lookedAt += chunk.lookedAt();
    matching += chunk.matching();
    acting += chunk.acting();
    hidden += chunk.hidden();
    for (ChunkEffect.Act act : chunk.first()) {
      if (hits.size() < KEPT_HITS) {
        hits.add(hit(act));
      }
    }
  }

  private RuleEffect.Hit hit(ChunkEffect.Act act) {
    Channel before = act.before();
    return new RuleEffect.Hit(
        before.text(KnownField.CHANNEL_NAME),
        before.text(KnownField.GROUP_TITLE),
        question.finalOutcome(act),
        Differences.between(before, act.after()).stream()
            .map(field -> new RuleEffect.Change(
                field.ruleName(), Secrets.maskValue(field.ruleName(), before.text(field)),
                Secrets.maskValue(field.ruleName(), act.after().text(field))))
            .toList());
  }

  void failed(Source source, PipelineException e) {
    failures.add(new RuleEffect.SourceFailure(source.name(), e.what()));
  }

  RuleEffect now() {
    return new RuleEffect(lookedAt, matching, acting, hits, failures, hidden);
  }
}
