package app.lineup.app.explain;

import app.lineup.model.ChannelNumber;
import app.lineup.model.KnownField;
import app.lineup.model.Secrets;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.RunPlan;
import app.lineup.rule.BlockRules;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.RuleFailedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The channels that an explanation is about, and what was found out about them. Not thread-safe; used by one thread.
///
/// An entry is told again by its bytes and origin. Of several that are equal in both the first one in is the first one
/// out: what a run does depends on nothing else, and it changes no order among equals.
final class ExplainedHits {

  /// One of them.
  ///
  /// @param source   the index of its source
  /// @param admitted whether no earlier source has it
  record Found(Channel channel, int source, boolean admitted) {}

  private final List<Found> kept = new ArrayList<>();
  private final IdentityHashMap<Found, @Nullable ChannelNumber> numbers = new IdentityHashMap<>();
  private final IdentityHashMap<Found, Channel> winners = new IdentityHashMap<>();
  private final Map<ChannelNumber, Channel> holders = new HashMap<>();
  private final Set<Integer> lengths = new HashSet<>();
  private long total;

  void add(Channel channel, int source, boolean admitted) {
    total++;
    if (kept.size() < Explanation.KEPT_HITS) {
      kept.add(new Found(channel, source, admitted));
      lengths.add(length(channel));
    }
  }

  long total() {
    return total;
  }

  List<Found> kept() {
    return kept;
  }

  void winner(Found found, Channel winner) {
    winners.put(found, winner);
  }

  /// The numbers that they bring along, behind the rules.
  Set<ChannelNumber> ownNumbers(RunPlan plan) {
    BlockRules rules = CompiledMapping.compile(plan.rules()).blocks(true);
    Set<ChannelNumber> own = new HashSet<>();
    for (Found found : kept) {
      try {
        Optional.ofNullable(rules.apply(found.channel()))
            .flatMap(mapped -> ChannelNumber.parse(mapped.text(KnownField.TVG_CHNO).strip())).ifPresent(own::add);
      } catch (RuleFailedException _) {
        // Its journey says so.
      }
    }
    return own;
  }

  /// Notes what a run gave: a number to one of them, or to the one that has a number of theirs.
  void numbered(NumberedChannel given, Set<ChannelNumber> own) {
    ChannelNumber number = given.number();
    if (number != null && own.contains(number)) {
      holders.putIfAbsent(number, given.channel());
    }
    if (lengths.contains(length(given.channel()))) {
      kept.stream()
          .filter(found -> found.admitted() && !numbers.containsKey(found) && isSame(found.channel(), given.channel()))
          .findFirst().ifPresent(found -> numbers.put(found, number));
    }
  }

  /// Whether a run that goes on could tell nothing new: each of them has its number, and each of `own` its holder.
  boolean areNumbered(Set<ChannelNumber> own) {
    return holders.keySet().containsAll(own)
        && kept.stream().allMatch(found -> !found.admitted() || numbers.containsKey(found));
  }

  private static int length(Channel channel) {
    return channel.place(EntryLayout.ENTRY_TO) - channel.place(EntryLayout.ENTRY_FROM);
  }

  private static boolean isSame(Channel one, Channel other) {
    return Arrays.equals(
        one.block(), one.place(EntryLayout.ENTRY_FROM), one.place(EntryLayout.ENTRY_TO),
        other.block(), other.place(EntryLayout.ENTRY_FROM), other.place(EntryLayout.ENTRY_TO))
        && one.origin().equals(other.origin());
  }

  /// Their journeys, each to its end.
  List<Explanation.Hit> explained(RunPlan plan) {
    return kept.stream().map(found -> new Explanation.Hit(
        Secrets.mask(found.channel().text(KnownField.CHANNEL_NAME)),
        Secrets.mask(found.channel().text(KnownField.GROUP_TITLE)),
        journey(found, plan))).toList();
  }

  private Journey journey(Found found, RunPlan plan) {
    var reading = new JourneyReading(new NumberedChannel(found.channel(), numbers.get(found)), plan, holders);
    Channel winner = winners.get(found);
    return winner == null ? reading.read() : reading.heldBackBy(winner);
  }
}
