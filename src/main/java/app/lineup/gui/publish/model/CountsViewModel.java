package app.lineup.gui.publish.model;

import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import app.lineup.pipeline.output.KeptPlaylist;
import app.lineup.problem.PipelineException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many channels playlists have. Counting takes a while, so it is done once for each. Thread-safe.
final class CountsViewModel {

  private static final long UNCOUNTABLE = -1;

  private final Texts texts;
  private final PublishedViewModel.Look look;
  private final Map<KeptPlaylist.Stamp, Long> counted = new ConcurrentHashMap<>();

  CountsViewModel(Texts texts, PublishedViewModel.Look look) {
    this.texts = texts;
    this.look = look;
  }

  /// Takes a count from whoever knows it.
  void put(KeptPlaylist kept, long channels) {
    counted.put(kept.stamp(), channels);
  }

  /// Counts, unless that was done before.
  void count(KeptPlaylist kept) throws InterruptedException {
    if (!counted.containsKey(kept.stamp())) {
      long count;
      try {
        count = look.channels(kept.file());
      } catch (PipelineException e) {
        // Not one of ours any more: whoever saves or serves it is told more.
        count = UNCOUNTABLE;
      }
      counted.put(kept.stamp(), count);
    }
  }

  /// The count, or that it is not known yet or never will be.
  String shown(KeptPlaylist kept) {
    Long count = counted.get(kept.stamp());
    if (count == null) {
      return texts.get("counting");
    }
    return count == UNCOUNTABLE ? texts.get("channels.unknown") : texts.amount("channels", count);
  }

  /// How much a playlist holds: channels, where they are counted.
  String amount(KeptPlaylist.Stamp stamp) {
    long count = counted.getOrDefault(stamp, UNCOUNTABLE);
    return count == UNCOUNTABLE ? Amounts.bytes(stamp.bytes()) : texts.amount("channels", count);
  }
}
