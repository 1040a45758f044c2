package app.lineup.pipeline.number;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.model.ChannelNumber;
import app.lineup.model.KnownField;
import app.lineup.model.LogoState;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.guide.PublishedChannels;
import app.lineup.pipeline.logo.TestChannels;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeclaredNumbersTest {

  private static final Channel CHANNEL = TestChannels.withLogo("");

  @Test
  void theSetsOfNumbersAreOnALeaseUntilTheyAreClosed() throws Exception {
    var leases = new LeaseBook(() -> Long.MAX_VALUE);
    var numbers = new KeepNumbers(Zones.one(), new NumberConflicts(), Optional.empty());
    numbers.claim(ChannelSlice.of(List.of(CHANNEL.with(KnownField.TVG_CHNO, "8000000"))));
    try (var numbered = new DeclaredNumbers(PipelineIterator.of(Collections.nCopies(5000, CHANNEL)), numbers, leases)) {
      assertThat(leases.bytes()).isBetween(4_000L, 10_000L).isEqualTo(numbers.bytes());
      assertThat(leases.holders()).singleElement().asString().startsWith("taken numbers: ");
      while (numbered.nextChunk(100) instanceof IteratorResult.Items) {
        assertThat(leases.bytes()).isEqualTo(numbers.bytes());
      }
    }
    assertThat(leases.holders()).isEmpty();
    assertThat(leases.bytes()).isZero();
  }

  @Test
  void aRefusedLeaseChangesNoNumber() throws Exception {
    var leases = new LeaseBook(() -> 10);
    var numbers = new KeepNumbers(Zones.one(), new NumberConflicts(), Optional.empty());
    try (var numbered = new DeclaredNumbers(PipelineIterator.of(List.of(CHANNEL, CHANNEL)), numbers, leases)) {
      assertThat(numbers(numbered.nextChunk(5))).containsExactly(new ChannelNumber(1, 0), new ChannelNumber(2, 0));
    }
    assertThat(leases.bytes()).isZero();
  }

  private static List<ChannelNumber> numbers(IteratorResult<NumberedChannel> result) {
    return result instanceof IteratorResult.Items<NumberedChannel>(List<NumberedChannel> chunk)
        ? chunk.stream().map(NumberedChannel::number).toList()
        : List.of();
  }

  @Test
  void publishedChannelsAreOnALease() {
    var leases = new LeaseBook(() -> Long.MAX_VALUE);
    try (var published = new PublishedChannels(leases)) {
      assertThat(leases.bytes()).isZero();
      var one = new LogoEnrichedChannel(new NumberedChannel(CHANNEL, null), LogoState.NOT_FETCHED);
      published.add(Collections.nCopies(10_000, one));
      assertThat(leases.bytes()).isEqualTo(2L * 8 * 1024 * 3 * Long.BYTES);
    }
    assertThat(leases.holders()).isEmpty();
  }
}
