package app.lineup.model;

import java.util.Locale;

/// An attribute of the `#EXTINF` line that is not a [KnownField], for example `catchup`.
///
/// @param key the attribute's name in lower case; keys are compared without regard to case
public record Attribute(String key) implements Field {

  public Attribute {
    key = key.toLowerCase(Locale.ROOT);
    if (key.isBlank()) {
      throw new IllegalArgumentException("an attribute needs a name");
    }
  }

  @Override
  public String ruleName() {
    return "attr(\"" + key + "\")";
  }
}
