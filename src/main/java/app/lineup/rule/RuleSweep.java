package app.lineup.rule;

import app.lineup.model.Channel;
import app.lineup.model.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Applies rule after rule to a whole chunk. A rule that looks at one field with few different texts is asked once for
/// each of them. What comes out, and which failure is raised, is what [CompiledMapping.Evaluator] says channel by channel.
/// Confined to one thread: it remembers what it saw.
public final class RuleSweep {

  private final SweptRule[] rules;
  private final ChannelTexts texts;
  private final FieldText[] targets;

  /// @param patterns of all the rules
  RuleSweep(List<MappingRule> rules, Iterable<Field> sets, PatternSet patterns) {
    Map<Field, Integer> seats = new LinkedHashMap<>();
    sets.forEach(field -> seats.put(field, seats.size()));
    this.rules = rules.stream().map(rule -> SweptRule.of(rule, seats, patterns)).toArray(SweptRule[]::new);
    this.texts = new ChannelTexts(seats.keySet());
    this.targets = seats.keySet().stream().map(texts::of).toArray(FieldText[]::new);
  }

  /// The channels that the rules leave, as they leave them; the same objects where nothing changes.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped
  public List<Channel> apply(List<Channel> chunk) {
    var swept = new SweptChunk(chunk, targets.length);
    for (SweptRule rule : rules) {
      rule.sweep(swept);
    }
    swept.raiseFailure();
    List<Channel> mapped = new ArrayList<>(chunk.size());
    for (int i = swept.next(0); i >= 0; i = swept.next(i + 1)) {
      NewTexts changes = swept.changes(i);
      mapped.add(changes == null ? chunk.get(i) : changed(chunk.get(i), changes));
    }
    return mapped;
  }

  private Channel changed(Channel channel, NewTexts changes) {
    texts.begin(channel);
    for (int seat : changes.order()) {
      String value = changes.value(seat);
      if (value != null) {
        texts.set(targets[seat], value, changes.isAscii(seat));
      }
    }
    return texts.appliedTo(channel);
  }

  /// What rules have set in one channel so far, by the seat of the field. Confined.
  static final class NewTexts {

    private final @Nullable String[] values;
    private final boolean[] ascii;
    private int[] order = {};

    NewTexts(int seats) {
      values = new @Nullable String[seats];
      ascii = new boolean[seats];
    }

    void set(int seat, String value, boolean isAscii) {
      if (values[seat] == null) {
        order = Arrays.copyOf(order, order.length + 1);
        order[order.length - 1] = seat;
      }
      values[seat] = value;
      ascii[seat] = isAscii;
    }

    @Nullable String value(int seat) {
      return values[seat];
    }

    boolean isAscii(int seat) {
      return ascii[seat];
    }

    /// The seats in the order in which they were first set, which is the order in which new attributes are written.
    int[] order() {
      return order;
    }
  }
}
