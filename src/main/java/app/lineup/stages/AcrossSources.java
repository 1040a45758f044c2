package app.lineup.stages;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.Channel;
import app.lineup.model.Deduplication;
import app.lineup.model.Origin;
import app.lineup.provider.Duplicates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds back what an earlier source has brought, whichever way the sources were loaded. What bears the same name and
/// address is one source. Confined.
final class AcrossSources implements ChunkFunction<Channel, Channel> {

  private record Place(String name, String url) {}

  private final Duplicates duplicates;
  private final List<Place> sources = new ArrayList<>();
  private @Nullable Origin last;
  private int index;

  AcrossSources(Deduplication by) {
    this.duplicates = new Duplicates(by);
  }

  @Override
  public List<Channel> apply(List<Channel> chunk) {
    List<Channel> left = new ArrayList<>(chunk.size());
    int from = 0;
    while (from < chunk.size()) {
      int source = source(chunk.get(from).origin());
      int to = from + 1;
      while (to < chunk.size() && source(chunk.get(to).origin()) == source) {
        to++;
      }
      left.addAll(duplicates.without(source, chunk.subList(from, to)));
      from = to;
    }
    return left;
  }

  private int source(Origin origin) {
    if (!origin.equals(last)) {
      last = origin;
      var place = new Place(origin.sourceName(), origin.sourceUrl());
      index = sources.indexOf(place);
      if (index < 0) {
        index = sources.size();
        sources.add(place);
      }
    }
    return index;
  }

  /// What was held back so far.
  List<HeldBack> heldBack() {
    return duplicates.lost().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(lost -> new HeldBack(
        sources.get(lost.getKey().kept()).name(), sources.get(lost.getKey().lost()).name(), lost.getValue())).toList();
  }
}
