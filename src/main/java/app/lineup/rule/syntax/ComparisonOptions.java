package app.lineup.rule.syntax;

/// Which texts a comparison takes for the same. Immutable.
///
/// @param caseSensitive  whether upper and lower case differ; otherwise they are folded as in [CaseFold]
/// @param ignoresAccents whether letters are the same with and without their accents, as in [Accents]
public record ComparisonOptions(boolean caseSensitive, boolean ignoresAccents) {

  /// What is meant where nothing is said: case does not count, accents do.
  public static final ComparisonOptions USUAL = new ComparisonOptions(false, false);

  /// `text` as it is compared: two texts are the same where these are equal.
  public String fold(String text) {
    String bare = ignoresAccents ? Accents.fold(text) : text;
    return caseSensitive ? bare : CaseFold.fold(bare);
  }

  /// The pattern that finds in a text without accents what `pattern` is meant to find; itself where accents count.
  String patternOf(String pattern) {
    return ignoresAccents ? Accents.ofPattern(pattern) : pattern;
  }
}
