package app.lineup.rule;

import app.lineup.model.Field;
import app.lineup.model.Trait;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One rule of a [RuleSweep]. Confined to one thread.
final class SweptRule {

  /// No list has many more groups; who has them begins anew.
  private static final int MOST_REMEMBERED = 4096;

  private final RuleRun rule;
  private final ChannelTexts texts;
  private final FieldText[] settable;
  private final int[] settableSeats;
  private final int[] targetSeats;
  private final @Nullable FieldText only;
  private final Map<String, Outcome> known = new HashMap<>();
  private final TextBuilder builder = new TextBuilder();
  private byte[] lastBytes = {};
  private int lastFrom;
  private int lastTo;
  private @Nullable Outcome lastOutcome;

  private SweptRule(RuleRun rule, ChannelTexts texts, Set<Field> reads, Map<Field, Integer> seats) {
    this.rule = rule;
    this.texts = texts;
    List<Field> set = reads.stream().filter(seats::containsKey).toList();
    this.settable = set.stream().map(texts::of).toArray(FieldText[]::new);
    this.settableSeats = set.stream().mapToInt(field -> seatOf(field, seats)).toArray();
    this.targetSeats = rule.targets().stream().mapToInt(field -> seatOf(field, seats)).toArray();
    this.only = isOneOfFew(reads) ? texts.of(reads.iterator().next()) : null;
  }

  /// @param seats where each field is kept that some rule sets
  static SweptRule of(MappingRule rule, Map<Field, Integer> seats, PatternSet patterns) {
    Set<Field> reads = new LinkedHashSet<>();
    FieldsRead.of(rule, reads);
    if (reads.contains(Trait.MEDIA_TYPE)) {
      ChannelTexts.TELL_MEDIA_TYPE.stream().filter(seats::containsKey).forEach(reads::add);
    }
    Set<Field> fields = new LinkedHashSet<>(reads);
    rule.actions().forEach(action -> {
      if (action instanceof Action.Assign assign) {
        fields.add(assign.field());
      }
    });
    var texts = new ChannelTexts(fields);
    // What remembers the whole outcome needs no second memory for its condition.
    var builder = new CheckBuilder(texts, patterns, !isOneOfFew(reads));
    return new SweptRule(new RuleRun(rule, texts, builder), texts, reads, seats);
  }

  private static boolean isOneOfFew(Set<Field> reads) {
    return reads.size() == 1 && CheckBuilder.haveFewTexts(reads);
  }

  private static int seatOf(Field field, Map<Field, Integer> seats) {
    return seats.getOrDefault(field, -1);
  }

  /// What the rule does to a channel.
  ///
  /// @param applies whether it is for the channel
  /// @param values  what its assignments set, null where one sets nothing
  /// @param ascii   which of them are known to be ASCII
  private record Outcome(boolean applies, @Nullable String[] values, boolean[] ascii) {

    static final Outcome NONE = new Outcome(false, new @Nullable String[0], new boolean[0]);
  }

  /// Applies the rule to every channel of the chunk that is still there.
  void sweep(SweptChunk chunk) {
    for (int i = chunk.next(0); i >= 0; i = chunk.next(i + 1)) {
      begin(chunk, i);
      try {
        settle(chunk, i, only == null ? ask() : remembered(only));
      } catch (PatternFailure e) {
        chunk.fail(i, rule.text(), e);
      }
    }
    // The bytes are their block's; nothing of a chunk is held when it has gone.
    lastBytes = new byte[0];
    lastOutcome = null;
  }

  private void begin(SweptChunk chunk, int index) {
    texts.begin(chunk.channel(index));
    RuleSweep.NewTexts changes = chunk.changes(index);
    if (changes != null) {
      for (int i = 0; i < settable.length; i++) {
        String value = changes.value(settableSeats[i]);
        if (value != null) {
          texts.set(settable[i], value, changes.isAscii(settableSeats[i]));
        }
      }
    }
  }

  private void settle(SweptChunk chunk, int index, Outcome outcome) {
    if (outcome.applies() && rule.removes()) {
      chunk.remove(index);
    } else if (outcome.applies()) {
      for (int i = 0; i < targetSeats.length; i++) {
        String value = outcome.values()[i];
        if (value != null) {
          chunk.set(index, targetSeats[i], value, outcome.ascii()[i]);
        }
      }
    }
  }

  /// Neighbours mostly have the same text, which is seen without decoding it.
  private Outcome remembered(FieldText text) {
    // The bytes of other charsets than UTF-8 do not say alone which text they are.
    boolean comparable = text.inEntry() && text.form() != Form.SINGLE_BYTE;
    Outcome last = lastOutcome;
    if (comparable && last != null
        && Arrays.equals(text.bytes(), text.from(), text.to(), lastBytes, lastFrom, lastTo)) {
      return last;
    }
    Outcome outcome = known.get(text.text());
    if (outcome == null) {
      outcome = ask();
      if (known.size() == MOST_REMEMBERED) {
        known.clear();
      }
      known.put(text.text(), outcome);
    }
    if (comparable) {
      lastBytes = text.bytes();
      lastFrom = text.from();
      lastTo = text.to();
      lastOutcome = outcome;
    }
    return outcome;
  }

  private Outcome ask() {
    if (!rule.applies()) {
      return Outcome.NONE;
    }
    var values = new @Nullable String[targetSeats.length];
    var ascii = new boolean[targetSeats.length];
    if (!rule.removes()) {
      rule.reckon(builder);
      for (int i = 0; i < values.length; i++) {
        values[i] = rule.result(i);
        ascii[i] = rule.resultIsAscii(i);
      }
    }
    return new Outcome(true, values, ascii);
  }
}
