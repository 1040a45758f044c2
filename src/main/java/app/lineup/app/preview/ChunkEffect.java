package app.lineup.app.preview;

import app.lineup.model.channel.Channel;
import java.util.List;

/// What a rule or filter does to the channels of one chunk.
///
/// @param hidden those of the matching ones that are separator rows and not published
/// @param first  the first channels that it acts on
record ChunkEffect(int lookedAt, int matching, int acting, int hidden, List<Act> first) {

  /// A channel that is acted on.
  ///
  /// @param after the channel as it is then; the same where it is only decided about
  record Act(Channel before, Channel after, RuleEffect.Outcome outcome) {}
}
