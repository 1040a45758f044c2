package app.lineup.app.census;

import app.lineup.app.Differences;
import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.rule.BlockFilters;
import app.lineup.rule.BlockRules;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Counts what each rule and filter does to the channels of a chunk, as they tell it. Not thread-safe; used by one
/// thread at a time: it remembers which ones did something.
///
/// Whatever acts on nothing is also asked, alone, what it would have done to channels that earlier rules have changed
/// or taken out: nothing is asked twice of a rule that has work.
final class CensusStep implements ChunkFunction<Channel, ChunkCensus> {

  private static final int NOBODY = -1;
  /// So many at a time: it ends soon after it is cancelled, however long a pattern takes.
  private static final int PART = 250;

  private final CensusPlan plan;
  private final BlockRules rules;
  private final BlockFilters filters;
  private final ChannelBlock spare = new ChannelBlock();
  private final @Nullable Alone[] alone;
  private final boolean[] matched;
  private final boolean[] acted;
  private final int[] spoiledBy;
  private final int[] shadowedBy;
  private int[] matching = {};
  private int[] acting = {};

  /// @param rules   all of the plan, whether they are on or not
  /// @param filters all of the plan, likewise
  CensusStep(CensusPlan plan, CompiledMapping rules, CompiledFilters filters) {
    this.plan = plan;
    this.rules = rules.blocks(true);
    this.filters = filters.blocks(true);
    int places = plan.rules().size() + plan.filters().size();
    this.alone = new @Nullable Alone[places];
    this.matched = new boolean[places];
    this.acted = new boolean[places];
    this.spoiledBy = nobody(places);
    this.shadowedBy = nobody(places);
  }

  private static int[] nobody(int places) {
    int[] nobody = new int[places];
    Arrays.fill(nobody, NOBODY);
    return nobody;
  }

  @Override
  public List<ChunkCensus> apply(List<Channel> chunk) {
    int size = chunk.size();
    matching = new int[matched.length];
    acting = new int[matched.length];
    for (int from = 0; from < size; from += PART) {
      // A census that was cancelled leaves its thread to the next work; what it returns then is read by nobody.
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      var part = new Part(ChannelSlice.takenOut(chunk.subList(from, Math.min(from + PART, size))));
      part.pass();
      part.blame();
    }
    return List.of(new ChunkCensus(size, matching, acting, spoiledBy.clone(), shadowedBy.clone()));
  }

  private void count(int place, boolean acts) {
    matching[place]++;
    matched[place] = true;
    acting[place] += acts ? 1 : 0;
    acted[place] |= acts;
  }

  private Alone alone(int place) {
    Alone known = alone[place];
    if (known == null) {
      int before = plan.rules().size();
      known = place < before ? Alone.rule(plan.rules().get(place)) : Alone.filter(plan.filters().get(place - before));
      alone[place] = known;
    }
    return known;
  }

  /// What was made of a channel by one of the rules.
  ///
  /// @param after null where it was taken out
  private record Step(int rule, @Nullable Channel after) {}

  /// A channel and what each rule made of it that did something.
  private record Trace(Channel read, List<Step> steps) {

    /// As it is now; where it was taken out, nobody asks.
    Channel now() {
      Channel last = steps.isEmpty() ? read : steps.getLast().after();
      return last == null ? read : last;
    }

    boolean isTouchedBefore(int rule) {
      return !steps.isEmpty() && steps.getFirst().rule() < rule;
    }
  }

  /// Some channels on their way through all. Used once.
  private final class Part {

    private final List<Trace> traces;
    /// Of each rule that acts on nothing, the channels that it is for all the same.
    private final @Nullable BitSet[] idle = new @Nullable BitSet[plan.rules().size()];
    private int filtered = NOBODY;
    private int included = NOBODY;
    private int excluded = NOBODY;

    Part(List<Channel> read) {
      traces = read.stream().map(channel -> new Trace(channel, new ArrayList<>(1))).toList();
    }

    /// Counts what is done to them.
    void pass() {
      ChannelSlice left = rules.apply(ChannelSlice.of(traces.stream().map(Trace::read).toList(), spare), this::mapped);
      filters.each(left, this::filtered);
    }

    private void mapped(int rule, ChannelBlock block, int entry, boolean removes) {
      Trace trace = traces.get(entry);
      boolean acts = removes || Differences.any(trace.now(), block, entry);
      count(rule, acts);
      if (acts) {
        trace.steps().add(new Step(rule, removes ? null : trace.read().withChanges(block.changes(entry))));
      } else if (!acted[rule]) {
        BitSet known = idle[rule];
        known = known == null ? new BitSet() : known;
        known.set(entry);
        idle[rule] = known;
      }
    }

    /// Of the filters of one mode that match a channel, the first one acts.
    private void filtered(int filter, ChannelBlock block, int entry, boolean removes) {
      if (entry != filtered) {
        filtered = entry;
        included = NOBODY;
        excluded = NOBODY;
      }
      int place = plan.rules().size() + filter;
      int before = removes ? excluded : included;
      count(place, before == NOBODY);
      if (before != NOBODY) {
        shadowedBy[place] = shadowedBy[place] == NOBODY ? before : shadowedBy[place];
      } else if (removes) {
        excluded = place;
      } else {
        included = place;
      }
    }

    /// Looks for the rules that took channels, or the work on them, from those that do nothing.
    void blame() {
      int last = plan.rules().size();
      for (int place = 0; place < matched.length && !Thread.currentThread().isInterrupted(); place++) {
        int before = Math.min(place, last);
        if (!matched[place] && spoiledBy[place] == NOBODY) {
          List<Trace> touched = traces.stream().filter(trace -> trace.isTouchedBefore(before)).toList();
          spoiledBy[place] = lastBeforeItFails(alone(place)::matching, touched, before);
        }
        BitSet idlers = place < last ? idle[place] : null;
        if (idlers != null && !acted[place] && shadowedBy[place] == NOBODY) {
          List<Trace> touched = idlers.stream().mapToObj(traces::get).filter(trace -> trace.isTouchedBefore(before))
              .toList();
          shadowedBy[place] = lastBeforeItFails(alone(place)::acting, touched, before);
        }
      }
    }

    /// The rule before which `would` is true and after which it is not, of a channel as it was read; nobody where it is
    /// false from the beginning.
    private int lastBeforeItFails(Function<List<Channel>, BitSet> would, List<Trace> touched, int before) {
      BitSet asRead = touched.isEmpty() ? new BitSet() : would.apply(touched.stream().map(Trace::read).toList());
      for (int i = asRead.nextSetBit(0); i >= 0; i = asRead.nextSetBit(i + 1)) {
        for (Step step : touched.get(i).steps()) {
          Channel after = step.after();
          if (step.rule() < before && (after == null || would.apply(List.of(after)).isEmpty())) {
            return step.rule();
          }
        }
      }
      return NOBODY;
    }
  }
}
