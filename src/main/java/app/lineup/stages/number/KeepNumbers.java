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

/// `keep` in two passes (DESIGN §6): the first, over whoever may claim, finds the numbers that are claimed; the second
/// gives them out. It holds only the set of numbers. Confined.
final class KeepNumbers implements ChunkFunction<Channel, NumberedChannel> {

  private final TakenNumbers given = new TakenNumbers();
  private final TakenNumbers claimed;
  private final NumberConflicts conflicts;

  KeepNumbers(TakenNumbers claimed, NumberConflicts conflicts) {
    this.claimed = claimed;
    this.conflicts = conflicts;
  }

  /// Looks through the claimants.
  static KeepNumbers after(VersionedSource<Channel> claimants, NumberConflicts conflicts)
      throws PipelineException, InterruptedException {
    var claimed = new TakenNumbers();
    try (PipelineIterator<Channel> channels = claimants.open()) {
      while (channels.nextChunk(MemoryPressureLevel.OPTIMAL.chunkItems())
          instanceof IteratorResult.Items<Channel>(List<Channel> chunk)) {
        chunk.forEach(channel -> claim(channel, claimed));
      }
    }
    return new KeepNumbers(claimed, conflicts);
  }

  /// Notes the number that the channel claims. Only whole numbers are given out, so that nobody else can get a sub-channel.
  static void claim(Channel channel, TakenNumbers claimed) {
    Numbers.own(channel).filter(number -> number.minor() == 0).ifPresent(claimed::take);
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
    if (own.isPresent()) {
      if (given.take(own.get())) {
        return own.get();
      }
      conflicts.add();
    }
    return Separators.isSeparator(channel) ? null : claimed.takeLowest();
  }

  /// About how many bytes the sets of numbers take.
  long bytes() {
    return given.bytes() + claimed.bytes();
  }
}
