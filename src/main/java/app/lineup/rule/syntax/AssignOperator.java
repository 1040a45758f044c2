package app.lineup.rule.syntax;

/// What an [Action.Assign] does with its value.
public enum AssignOperator {
  /// The value takes the place of the field's text.
  SET("="),
  /// The value becomes the field's text where that is empty or white space alone.
  SET_IF_BLANK("?="),
  /// The value is put behind the field's text.
  APPEND("+="),
  /// Every occurrence of the value is taken out of the field's text, without regard to case; nothing else is touched.
  /// Where the value is a part of a group `A;B`, that part leaves with its semicolon, and nothing of the others.
  TAKE_OUT("-=");

  private final String sign;

  AssignOperator(String sign) {
    this.sign = sign;
  }

  /// How the rule language writes it.
  public String sign() {
    return sign;
  }
}
