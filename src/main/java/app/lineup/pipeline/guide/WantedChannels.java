package app.lineup.pipeline.guide;

import app.lineup.model.guide.GuideChannel;
import app.lineup.xmltv.GuideIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The channels of guides that belong to published ones: those with a channel's tvg-id; where no guide has that, those
/// with its name or tvg-name among their display names (`XMLTV-55`). Case does not count. Not thread-safe; used
/// by one thread.
public final class WantedChannels {

  private final PublishedChannels published;
  private final Map<Long, Set<String>> byId = new HashMap<>();
  private final Map<Long, Set<String>> byName = new HashMap<>();
  private final Map<String, GuideChannel> described = new LinkedHashMap<>();
  private final Set<String> wanted = new HashSet<>();

  /// @param guides what the first pass found, the guide with the highest priority first
  public WantedChannels(PublishedChannels published, List<GuideIndex> guides) {
    this.published = published;
    for (GuideIndex guide : guides) {
      guide.scheduled().forEach(this::addId);
      for (GuideChannel channel : guide.channels()) {
        addId(channel.id());
        channel.names().forEach(name ->
            byName.computeIfAbsent(Match.key(name), key -> new HashSet<>()).add(channel.id()));
        described.putIfAbsent(channel.id(), channel);
      }
    }
    published.forEach((id, name, tvgName) -> wanted.addAll(found(id, name, tvgName)));
  }

  private void addId(String id) {
    byId.computeIfAbsent(Match.key(id), key -> new HashSet<>()).add(id);
  }

  private Set<String> found(long id, long name, long tvgName) {
    Set<String> ids = found(byId, id);
    Set<String> named = ids.isEmpty() ? found(byName, tvgName) : ids;
    return named.isEmpty() ? found(byName, name) : named;
  }

  private static Set<String> found(Map<Long, Set<String>> all, long key) {
    return key == Match.NONE ? Set.of() : all.getOrDefault(key, Set.of());
  }

  /// Whether programmes of the channel with this id are wanted.
  boolean wants(String id) {
    return wanted.contains(id);
  }

  /// The wanted channels that guides describe, each id once, that of the first guide.
  public List<GuideChannel> channels() {
    return described.values().stream().filter(channel -> wanted.contains(channel.id())).toList();
  }

  /// The wanted ids that no guide describes.
  List<String> undescribed() {
    List<String> ids = new ArrayList<>(wanted);
    ids.removeAll(described.keySet());
    ids.sort(null);
    return ids;
  }

  /// How many published channels have programmes, if these ids of guides do.
  public long withProgrammes(Set<String> ids) {
    long[] count = {0};
    published.forEach((id, name, tvgName) ->
        count[0] += found(id, name, tvgName).stream().anyMatch(ids::contains) ? 1 : 0);
    return count[0];
  }
}
