package app.lineup.gui.channels.model;

import app.lineup.engine.record.IndexedSource;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelKey;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.problem.PipelineException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;

/// Where channels of one lineup stand in the next one. A channel is known by the bytes of its entry, since an edit or a
/// rule changes none of them; one whose entry has changed, as by a refresh, by its key. Immutable.
final class FoundAgain implements IntUnaryOperator {

  private static final int CHUNK = 1024;
  private static final int GONE = -1;

  private final int[] before;
  private final int[] now;

  private FoundAgain(int[] before) {
    this.before = before;
    this.now = new int[before.length];
    Arrays.fill(now, GONE);
  }

  /// Looks for channels. Reads files: not for the window's thread, which may interrupt it.
  ///
  /// @param wanted the indexes of those channels in `old`
  static FoundAgain of(IndexedSource<NumberedChannel> old, BitSet wanted, IndexedSource<NumberedChannel> next)
      throws PipelineException, InterruptedException {
    var found = new FoundAgain(wanted.stream().filter(index -> index < old.size()).toArray());
    found.look(old, next, FoundAgain::entry);
    if (Arrays.stream(found.now).anyMatch(index -> index == GONE)) {
      found.look(old, next, channel -> ChannelKey.of(channel).hash(scope(channel), 0));
    }
    return found;
  }

  @Override
  public int applyAsInt(int index) {
    int at = Arrays.binarySearch(before, index);
    return at < 0 ? GONE : now[at];
  }

  private void look(
      IndexedSource<NumberedChannel> old, IndexedSource<NumberedChannel> next, ToLongFunction<Channel> mark)
      throws PipelineException, InterruptedException {
    Map<Long, Deque<Integer>> open = open(old, mark);
    var taken = new BitSet();
    Arrays.stream(now).filter(index -> index != GONE).forEach(taken::set);
    // What was changed last stands about where it stood.
    int start = before.length == 0 ? 0 : Math.clamp(before[0] - CHUNK / 2, 0, Math.toIntExact(next.size()));
    look(next, start, Math.toIntExact(next.size()), mark, open, taken);
    look(next, 0, start, mark, open, taken);
  }

  /// The places in [#before] of those that are still looked for, by their mark; of two that are alike the first is
  /// found first.
  private Map<Long, Deque<Integer>> open(IndexedSource<NumberedChannel> old, ToLongFunction<Channel> mark)
      throws PipelineException, InterruptedException {
    Map<Long, Deque<Integer>> open = new HashMap<>();
    int at = 0;
    while (at < before.length) {
      int from = before[at];
      int to = at;
      while (to < before.length && before[to] < from + CHUNK) {
        to++;
      }
      List<NumberedChannel> read = read(old, from, before[to - 1] - from + 1);
      for (; at < to; at++) {
        if (now[at] == GONE) {
          open.computeIfAbsent(mark.applyAsLong(read.get(before[at] - from).channel()), key -> new ArrayDeque<>(1))
              .add(at);
        }
      }
    }
    return open;
  }

  private void look(IndexedSource<NumberedChannel> next, int from, int to, ToLongFunction<Channel> mark,
      Map<Long, Deque<Integer>> open, BitSet taken) throws PipelineException, InterruptedException {
    for (int at = from; at < to && !open.isEmpty(); at += CHUNK) {
      int index = at;
      for (NumberedChannel channel : read(next, at, Math.min(CHUNK, to - at))) {
        long key = taken.get(index) ? 0 : mark.applyAsLong(channel.channel());
        Deque<Integer> same = taken.get(index) ? null : open.get(key);
        if (same != null) {
          now[same.removeFirst()] = index;
          if (same.isEmpty()) {
            open.remove(key);
          }
        }
        index++;
      }
    }
  }

  private static List<NumberedChannel> read(IndexedSource<NumberedChannel> lineup, int from, int count)
      throws PipelineException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("no longer looked for");
    }
    return lineup.read(from, count);
  }

  private static long entry(Channel channel) {
    long hash = scope(channel);
    byte[] block = channel.block();
    for (int i = channel.place(EntryLayout.ENTRY_FROM); i < channel.place(EntryLayout.ENTRY_TO); i++) {
      hash = (hash ^ block[i]) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static int scope(Channel channel) {
    return channel.origin().sourceName().hashCode();
  }
}
