package app.lineup.model;

/// What is known of a channel without standing in its entry as a field. Read-only for rules.
public enum DerivedField implements Field {
  /// The name of the source the channel was loaded from.
  SOURCE_NAME("source_name"),
  /// The kind of that source, `m3u` for example.
  SOURCE_TYPE("source_type"),
  /// Where that source is, with credentials masked.
  SOURCE_URL("source_url"),
  /// `live`, `movie`, `series` or `radio`, as its entry tells.
  MEDIA_TYPE("media_type");

  private final String ruleName;

  DerivedField(String ruleName) {
    this.ruleName = ruleName;
  }

  @Override
  public String ruleName() {
    return ruleName;
  }
}
