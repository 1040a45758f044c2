package app.lineup.pipeline.duplicates;

import app.lineup.model.guide.Programme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lets through the first guide's entry of each programme and counts what it holds back (`XMLTV-58`). A programme
/// is the same when channel id, in any case, and start are. Not thread-safe; used by one thread.
public final class ProgrammeDuplicates {

  private final SeenHashes seen = new SeenHashes();
  private String lastChannel = "";
  private long lastHash = hash("");
  private long lost;

  /// The programmes of a chunk that no earlier guide has.
  ///
  /// @param guide the index of the guide they come from
  public List<Programme> without(int guide, List<Programme> chunk) {
    List<Programme> left = new ArrayList<>(chunk.size());
    for (Programme programme : chunk) {
      if (seen.firstSource(hash(programme), guide) == guide) {
        left.add(programme);
      } else {
        lost++;
      }
    }
    return left;
  }

  private long hash(Programme programme) {
    if (!programme.channel().equals(lastChannel)) {
      lastChannel = programme.channel();
      lastHash = hash(lastChannel);
    }
    byte[] start = Long.toHexString(programme.start().getEpochSecond()).getBytes(StandardCharsets.US_ASCII);
    return Hash.of(start, 0, start.length, lastHash);
  }

  private static long hash(String channel) {
    byte[] id = channel.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return Hash.of(id, 0, id.length);
  }

  /// How many were held back.
  public long lost() {
    return lost;
  }
}
