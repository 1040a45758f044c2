package app.lineup.gui.channels.model;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.IndexedSource;
import app.lineup.engine.record.SourceInfo;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.Origin;
import app.lineup.problem.PipelineException;
import app.lineup.rule.syntax.RuleParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// A lineup of made-up channels, which notes where and how it is read. The channel at index i is called `prefix i`;
/// even ones are in the group `Even`, odd ones in `Odd`; its
/// stream has the id i + 1. Channels can be left out. Not thread-safe; used by the test's thread.
final class FakeLineup implements IndexedSource<NumberedChannel> {

  private static final Origin ORIGIN = new Origin("Home", "m3u", "http://example.net/***", "", Map.of());

  private final String prefix;
  private int size;
  private int[] rows;
  private final List<String> reads = new ArrayList<>();
  private Optional<PipelineException> damage = Optional.empty();
  private Optional<RuntimeException> fault = Optional.empty();
  private boolean current = true;
  private int closed;

  FakeLineup(String prefix, int size) {
    this.prefix = prefix;
    this.size = size;
    this.rows = IntStream.range(0, size).toArray();
  }

  /// The same lineup without some of its channels.
  FakeLineup without(int... gone) {
    rows = IntStream.of(rows).filter(row -> IntStream.of(gone).noneMatch(one -> one == row)).toArray();
    size = rows.length;
    return this;
  }

  LineupHandle content() {
    Map<String, Long> groups = new LinkedHashMap<>();
    if (size > 0) {
      groups.put("Even", (size + 1) / 2L);
      groups.put("Odd", size / 2L);
    }
    return new LineupHandle(this, groups, 0, this::search, plan -> current, this::close);
  }

  /// Finds names that contain the text, ten at a time; a text with a `"` is read as a condition.
  private void search(String text, Optional<String> group, LineupHandle.Found found) throws InterruptedException {
    if (fault.isPresent()) {
      throw fault.get();
    }
    if (text.contains("\"")) {
      RuleParser.condition(text);
    }
    for (int from = 0; from < size; from += 10) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      List<Integer> hits = new ArrayList<>();
      for (int i = from; i < Math.min(size, from + 10); i++) {
        if (name(rows[i]).contains(text) && group.orElse(groupOf(rows[i])).equals(groupOf(rows[i]))) {
          hits.add(i);
        }
      }
      found.found(hits.stream().mapToInt(Integer::intValue).toArray(), from + 10);
    }
  }

  String name(int index) {
    return prefix + " " + index;
  }

  private static String groupOf(int index) {
    return index % 2 == 0 ? "Even" : "Odd";
  }

  /// The reads so far, as `from+count`.
  List<String> reads() {
    return reads;
  }

  int closed() {
    return closed;
  }

  /// From now on it is not what a run would give.
  void age() {
    current = false;
  }

  void breakSearchWith(RuntimeException how) {
    fault = Optional.of(how);
  }

  void breakWith(PipelineException how) {
    damage = Optional.of(how);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public List<NumberedChannel> read(long from, int count) throws PipelineException {
    reads.add(from + "+" + count);
    if (damage.isPresent()) {
      throw damage.get();
    }
    var read = new ArrayList<NumberedChannel>();
    for (int i = (int) from; i < Math.min(size, from + count); i++) {
      read.add(new NumberedChannel(channel(name(rows[i]), groupOf(rows[i])), null));
    }
    return read;
  }

  static Channel channel(String name, String group) {
    int stream = 1 + Integer.parseInt("0" + name.replaceAll("\\D", ""));
    String url = "http://example.net/live/user/secret/" + stream + ".ts";
    String entry = "#EXTINF:-1 group-title=\"" + group + "\"," + name + "\n" + url + "\n";
    int[] places = new int[EntryLayout.OTHERS];
    Arrays.fill(places, -1);
    place(places, KnownField.GROUP_TITLE, entry.indexOf(group), group);
    place(places, KnownField.CHANNEL_NAME, entry.indexOf(name), name);
    place(places, KnownField.STREAM_URL, entry.indexOf(url), url);
    places[EntryLayout.ENTRY_FROM] = 0;
    places[EntryLayout.ENTRY_TO] = entry.length();
    places[EntryLayout.INFO_FROM] = 0;
    places[EntryLayout.ATTRIBUTES_TO] = entry.indexOf(",");
    places[EntryLayout.FLAGS] = EntryLayout.ASCII;
    return new Channel(entry.getBytes(StandardCharsets.US_ASCII), places, ORIGIN);
  }

  private static void place(int[] places, KnownField field, int from, String text) {
    int index = 2 * List.of(KnownField.values()).indexOf(field);
    places[index] = from;
    places[index + 1] = from + text.length();
  }

  @Override
  public SourceInfo info() {
    return new SourceInfo(1, Instant.EPOCH, OptionalLong.of(size), prefix);
  }

  @Override
  public PipelineIterator<NumberedChannel> open() throws PipelineException {
    return PipelineIterator.of(read(0, size));
  }

  @Override
  public void close() {
    closed++;
  }
}
