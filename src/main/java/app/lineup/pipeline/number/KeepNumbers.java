package app.lineup.pipeline.number;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.VersionedSource;
import app.lineup.m3u.Separators;
import app.lineup.model.ChannelNumber;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.NumberedSlice;
import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.Optional;

/// `keep` and ranges in two passes (decision 3): the first, over whoever may claim, finds the numbers that are claimed;
/// the second gives them out. It holds only the set of numbers, and what is remembered of earlier runs. Not
/// thread-safe.
///
/// A number that a rule gives goes first, then the one with which the channel was published before, then its own, then
/// the lowest free one. What is remembered is nobody else's, be its channel in the run or not, unless a rule gives it
/// away.
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
      boolean _ = remembered.take(number.major(), number.minor());
      boolean _ = claimed.take(number.major(), number.minor());
    }));
  }

  /// Looks through the claimants.
  KeepNumbers after(VersionedSource<Channel> claimants) throws PipelineException, InterruptedException {
    try (PipelineIterator<Channel> channels = claimants.open()) {
      while (channels.nextChunk(MemoryPressureLevel.OPTIMAL.chunkItems())
          instanceof IteratorResult.Items<Channel>(List<Channel> chunk)) {
        ChannelSlice slice = ChannelSlice.of(chunk);
        claim(slice);
        slice.release();
      }
    }
    return this;
  }

  /// Notes the numbers that the channels claim. Only whole numbers are given out, so that nobody else can get a
  /// sub-channel.
  void claim(ChannelSlice chunk) {
    ChannelBlock block = chunk.block();
    int size = chunk.size();
    for (int i = 0; i < size; i++) {
      int entry = chunk.entry(i);
      long own = Numbers.own(block, entry);
      int minor = Numbers.minor(own);
      if (own != 0 && (minor == 0 || sticky.isPresent()) && zones.of(block, entry).admits(Numbers.major(own))) {
        boolean _ = claimed.take(Numbers.major(own), minor);
        if (sticky.isPresent() && Numbers.isRuled(block, entry)) {
          boolean _ = ruled.take(Numbers.major(own), minor);
        }
      }
    }
  }

  @Override
  public List<NumberedChannel> apply(List<Channel> chunk) throws PipelineException {
    ChannelSlice slice = ChannelSlice.of(chunk);
    ChannelBlock block = slice.block();
    // The rules may be at work on another chunk of the same block.
    synchronized (block) {
      int size = slice.size();
      for (int i = 0; i < size; i++) {
        int entry = slice.entry(i);
        long own = Numbers.own(block, entry);
        if (own != 0 || !Separators.isSeparator(block, entry)) {
          Zone zone = zones.of(block, entry);
          long number = sticky.isPresent() ? sticky(sticky.get(), block, entry, own, zone) : fresh(own, zone);
          block.number(entry, Numbers.major(number), Numbers.minor(number));
        }
      }
      return new NumberedSlice(slice);
    }
  }

  private long sticky(StickyNumbers numbers, ChannelBlock block, int entry, long own, Zone zone)
      throws PipelineException {
    long hash = numbers.hash(block.channel(entry));
    Optional<ChannelNumber> before = numbers.of(hash);
    long number = sticky(own, Numbers.isRuled(block, entry), before, zone);
    numbers.given(hash, new ChannelNumber(Numbers.major(number), Numbers.minor(number)));
    return number;
  }

  private long sticky(long own, boolean byRule, Optional<ChannelNumber> before, Zone zone) throws PipelineException {
    if (byRule && own != 0 && zone.admits(Numbers.major(own)) && given.take(Numbers.major(own), Numbers.minor(own))) {
      return own;
    }
    if (before.isPresent() && !ruled.has(before.get().major(), before.get().minor())) {
      int major = before.get().major();
      int minor = before.get().minor();
      if (!zone.admits(major)) {
        long stays = moved(major, minor, zone);
        return stays == Numbers.packed(major, minor) && !given.take(major, minor) ? fresh(own, zone) : stays;
      }
      return given.take(major, minor) ? Numbers.packed(major, minor) : fresh(own, zone);
    }
    return fresh(own, zone);
  }

  /// The number of a channel whose remembered one lies outside its range: one inside, where there is one.
  private long moved(int major, int minor, Zone zone) throws PipelineException {
    int found = zone.take(claimed);
    if (found > 0) {
      return Numbers.packed(found, 0);
    }
    for (Zone other = zone.next(); other != null; other = other.next()) {
      if (other.has(major) && other.admits(major)) {
        conflicts.full(zone.group());
        return Numbers.packed(major, minor);
      }
    }
    return lowestFree(zone);
  }

  private long fresh(long own, Zone zone) throws PipelineException {
    int major = Numbers.major(own);
    if (own != 0 && zone.admits(major)) {
      int minor = Numbers.minor(own);
      if (!remembered.has(major, minor) && given.take(major, minor)) {
        return own;
      }
      conflicts.add();
    }
    return lowestFree(zone);
  }

  private long lowestFree(Zone own) throws PipelineException {
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
    return Numbers.packed(found, 0);
  }

  /// About how many bytes the sets of numbers take.
  long bytes() {
    return given.bytes() + claimed.bytes() + remembered.bytes() + ruled.bytes();
  }
}
