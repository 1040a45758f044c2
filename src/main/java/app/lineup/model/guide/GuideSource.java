package app.lineup.model.guide;

import app.lineup.model.Source;

/// A programme guide and how its times are read.
public record GuideSource(Source source, GuideTimes times) {

  /// Its times are read as they are written.
  public GuideSource(Source source) {
    this(source, GuideTimes.AS_WRITTEN);
  }
}
