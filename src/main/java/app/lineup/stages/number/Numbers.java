package app.lineup.stages.number;

import app.lineup.entry.Separators;
import app.lineup.model.Channel;
import app.lineup.model.ChannelNumber;
import app.lineup.model.KnownField;
import app.lineup.problem.PipelineException;
import java.util.Optional;

/// Reads the numbers that channels bring along.
final class Numbers {

  private Numbers() {}

  /// Whether the channel may have a number of its own: cheap, and true for some that turn out to have none.
  private static boolean mayClaim(Channel channel) {
    return channel.changes().of(KnownField.TVG_CHNO) != null
        || channel.from(KnownField.TVG_CHNO) < channel.to(KnownField.TVG_CHNO);
  }

  /// The channel's own valid number; separators have none (`INPUTS` row 37).
  static Optional<ChannelNumber> own(Channel channel) {
    return mayClaim(channel) && !Separators.isSeparator(channel)
        ? ChannelNumber.parse(channel.text(KnownField.TVG_CHNO).strip())
        : Optional.empty();
  }

  /// Whether a rule gave the channel the number that it brings along: what the user says now counts for more than what was
  /// remembered.
  static boolean isRuled(Channel channel) {
    return channel.changes().of(KnownField.TVG_CHNO) != null;
  }

  static PipelineException exhausted() {
    return new PipelineException(
        PipelineException.Kind.USER,
        "numbering",
        "there are more channels than numbers up to " + ChannelNumber.MAX_MAJOR,
        "Begin at a lower number or filter some channels out.");
  }
}
