package app.lineup.xmltv;

import app.lineup.model.guide.GuideChannel;
import java.util.List;
import java.util.Set;

/// What a first pass over a guide found: everything about its channels, and of its programmes only whose they are.
///
/// @param channels   its channels, each id once
/// @param scheduled  the ids that have programmes
/// @param programmes how many programmes there are
/// @param lines      how many lines
public record GuideIndex(List<GuideChannel> channels, Set<String> scheduled, long programmes, long lines) {

  static final GuideIndex EMPTY = new GuideIndex(List.of(), Set.of(), 0, 0);

  public GuideIndex {
    channels = List.copyOf(channels);
    scheduled = Set.copyOf(scheduled);
  }
}
