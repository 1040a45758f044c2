package app.lineup.stages.number;

import app.lineup.engine.accumulate.VersionedSource;
import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.entry.Separators;
import app.lineup.model.Channel;
import app.lineup.model.ChannelNumber;
import app.lineup.model.NumberedChannel;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `keep` and ranges in two passes (DESIGN §6): the first, over whoever may claim, finds the numbers that are claimed; the
/// second gives them out. It holds only the set of numbers, and what is remembered of earlier runs. Confined.
///
/// A number that a rule gives goes first, then the one with which the channel was published before, then its own, then the
/// lowest free one. What is remembered is nobody else's, be its channel in the run or not, unless a rule gives it away.
final class KeepNumbers implements ChunkFunction<Channel, NumberedChannel> {

  private final TakenNumbers given = new TakenNumbers();
  private final TakenNumbers claimed = new TakenNumbers();
  private final Zones zones;
  private final NumberConflicts conflicts;
  private final Optional<StickyNumbers> sticky;
  private final TakenNumbers remembered = new TakenNumbers();
  private final TakenNumbers ruled = new TakenNumbers();

  KeepNumbers(Zones zones, NumberConflicts conflicts, Optional<StickyNumbers> sticky) {
    this.zones = zones;
    this.conflicts = conflicts;
    this.sticky = sticky;
    sticky.ifPresent(numbers -> numbers.eachNumber(number -> {
      remembered.take(number);
      claimed.take(number);
    }));
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
    if (own.isPresent() && (own.get().minor() == 0 || sticky.isPresent()) && zones.of(channel).admits(own.get())) {
      claimed.take(own.get());
      if (sticky.isPresent() && Numbers.isRuled(channel)) {
        ruled.take(own.get());
      }
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
    if (sticky.isEmpty()) {
      return fresh(own, zone);
    }
    long hash = sticky.get().hash(channel);
    ChannelNumber number = sticky(own, Numbers.isRuled(channel), sticky.get().of(hash), zone);
    sticky.get().given(hash, number);
    return number;
  }

  private ChannelNumber sticky(
      Optional<ChannelNumber> own, boolean byRule, Optional<ChannelNumber> before, Zone zone) throws PipelineException {
    if (byRule && own.isPresent() && zone.admits(own.get()) && given.take(own.get())) {
      return own.get();
    }
    if (before.isPresent() && !ruled.has(before.get())) {
      ChannelNumber stays = zone.admits(before.get()) ? before.get() : moved(before.get(), zone);
      if (stays.equals(before.get()) && !given.take(stays)) {
        return fresh(own, zone);
      }
      return stays;
    }
    return fresh(own, zone);
  }

  /// The number of a channel whose remembered one lies outside its range: one inside, where there is one.
  private ChannelNumber moved(ChannelNumber before, Zone zone) throws PipelineException {
    int found = zone.take(claimed);
    if (found > 0) {
      return new ChannelNumber(found, 0);
    }
    for (Zone other = zone.next(); other != null; other = other.next()) {
      if (other.has(before.major()) && other.admits(before)) {
        conflicts.full(zone.group());
        return before;
      }
    }
    return lowestFree(zone);
  }

  private ChannelNumber fresh(Optional<ChannelNumber> own, Zone zone) throws PipelineException {
    if (own.isPresent() && zone.admits(own.get())) {
      if (!remembered.has(own.get()) && given.take(own.get())) {
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
    return given.bytes() + claimed.bytes() + remembered.bytes() + ruled.bytes();
  }
}
