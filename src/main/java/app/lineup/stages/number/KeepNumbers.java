package app.lineup.stages.number;

import app.lineup.engine.accumulate.VersionedSource;
import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.entry.Separators;
import app.lineup.model.Channel;
import app.lineup.model.ChannelNumber;
import app.lineup.model.NumberedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `keep` and ranges in two passes (DESIGN §6): the first, over whoever may claim, finds the numbers that are claimed; the
/// second gives them out. It holds only the set of numbers. Confined.
final class KeepNumbers implements ChunkFunction<Channel, NumberedChannel> {

  private final TakenNumbers given = new TakenNumbers();
  private final TakenNumbers claimed = new TakenNumbers();
  private final Zones zones;
  private final NumberConflicts conflicts;

  KeepNumbers(Zones zones, NumberConflicts conflicts) {
    this.zones = zones;
    this.conflicts = conflicts;
  }

  /// Looks through the claimants.
  KeepNumbers after(VersionedSource<Channel> claimants) throws PipelineException, InterruptedException {
    try (PipelineIterator<Channel> channels = claimants.open()) {
      while (channels.nextChunk(MemoryPressureLevel.OPTIMAL.chunkItems())
          instanceof IteratorResult.Items<Channel>(List<Channel> chunk)) {
        chunk.forEach(this::claim);
      }
    }
    return this;
  }

  /// Notes the number that the channel claims. Only whole numbers are given out, so that nobody else can get a sub-channel.
  void claim(Channel channel) {
    Optional<ChannelNumber> own = Numbers.own(channel);
    if (own.isPresent() && own.get().minor() == 0 && zones.of(channel).admits(own.get())) {
      claimed.take(own.get());
    }
  }

  @Override
  public List<NumberedChannel> apply(List<Channel> chunk) throws PipelineException {
    List<NumberedChannel> numbered = new ArrayList<>(chunk.size());
    for (Channel channel : chunk) {
      numbered.add(new NumberedChannel(channel, number(channel)));
    }
    return numbered;
  }

  private @Nullable ChannelNumber number(Channel channel) throws PipelineException {
    Optional<ChannelNumber> own = Numbers.own(channel);
    Zone zone = own.isPresent() || !Separators.isSeparator(channel) ? zones.of(channel) : null;
    if (zone == null) {
      return null;
    }
    if (own.isPresent() && zone.admits(own.get())) {
      if (given.take(own.get())) {
        return own.get();
      }
      conflicts.add();
    }
    return lowestFree(zone);
  }

  private ChannelNumber lowestFree(Zone own) throws PipelineException {
    int found = own.take(claimed);
    for (Zone zone = own.next(); found == 0 && zone != null; zone = zone.next()) {
      found = zone.take(claimed);
    }
    if (found == 0) {
      throw Numbers.exhausted();
    }
    if (!own.has(found)) {
      conflicts.full(own.group());
    }
    return new ChannelNumber(found, 0);
  }

  /// About how many bytes the sets of numbers take.
  long bytes() {
    return given.bytes() + claimed.bytes();
  }
}
