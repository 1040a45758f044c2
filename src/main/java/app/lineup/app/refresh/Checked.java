package app.lineup.app.refresh;

/// What a look through a source found: it may be a list or a guide.
public sealed interface Checked permits SourceSummary, GuideSummary {}
