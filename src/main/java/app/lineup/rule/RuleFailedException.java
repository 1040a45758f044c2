package app.lineup.rule;

import app.lineup.model.channel.Channel;
import app.lineup.rule.pattern.PatternFailure;
import app.lineup.rule.syntax.Names;

/// A rule that could not be carried out for a channel, because a pattern took too many steps or nested too deeply, or a
/// text grew too long.
///
/// Raised instead of an answer: a filter that quietly did not match would publish what it was to hide. The run ends,
/// and the user simplifies the rule. Names the rule, and says of which channel; immutable.
public final class RuleFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Enough to find the channel by.
  private static final int SHOWN_CHARS = 80;

  private final String rule;

  RuleFailedException(String rule, Channel channel, PatternFailure failure) {
    this(rule, failure, "channel " + shortened(channel.toString()));
  }

  /// @param subject what it was asked of, and what kind of thing that is
  RuleFailedException(String rule, String subject, PatternFailure failure) {
    this(rule, failure, shortened(subject));
  }

  private RuleFailedException(String rule, PatternFailure failure, String subject) {
    super(failure.reason() + ": rule `" + rule + "`, " + subject, failure);
    this.rule = rule;
  }

  private static String shortened(String text) {
    if (text.length() <= SHOWN_CHARS) {
      return text;
    }
    int end = SHOWN_CHARS - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /// The rule or filter as the user wrote it.
  public String rule() {
    return rule;
  }
}
