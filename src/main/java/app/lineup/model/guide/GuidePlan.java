package app.lineup.model.guide;

import app.lineup.model.Filter;
import java.nio.file.Path;
import java.util.List;

/// The guide that a run publishes beside its playlist.
///
/// @param guides  what it is made from, the one with the highest priority first; at least one
/// @param target  the file that is replaced
/// @param durable whether it is synced to the disk first
/// @param filters which of the programmes it has, conditions on programmes
public record GuidePlan(List<GuideSource> guides, Path target, boolean durable, List<Filter> filters) {

  public GuidePlan {
    guides = List.copyOf(guides);
    filters = List.copyOf(filters);
    if (guides.isEmpty()) {
      throw new IllegalArgumentException("a guide is made from at least one");
    }
  }
}
