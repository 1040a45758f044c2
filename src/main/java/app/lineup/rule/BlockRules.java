package app.lineup.rule;

import app.lineup.model.Attribute;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.Overrides;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applies mapping rules to the entries of a block, rule by rule: new texts go into the block's arena, what the
/// provider wrote stays. What comes out, and which failure is raised, is what going channel by channel would give. The
/// only place where rules are carried out; who wants to know what they do [listens][RuleListener]. Not thread-safe;
/// used by one thread: it remembers what it saw.
public final class BlockRules {

  private final ChannelTexts texts;
  private final BlockRule[] rules;
  private final KnownField[] fields;
  /// Some rule takes text out of a field, so that what is left is cleaned at the end.
  private final boolean takesOut;
  private final Attribute[] attributes;
  private final NamesBefore before = new NamesBefore();

  BlockRules(ChannelTexts texts, List<RuleRun> rules, PatternSet patterns, Collection<Field> sets) {
    this.texts = texts;
    this.rules = new BlockRule[rules.size()];
    for (int i = 0; i < this.rules.length; i++) {
      this.rules[i] = new BlockRule(i, rules.get(i), rules.get(i).usual(texts, patterns), texts);
    }
    this.takesOut = rules.stream().anyMatch(RuleRun::takesOut);
    this.fields = sets.stream().filter(KnownField.class::isInstance).toArray(KnownField[]::new);
    this.attributes = sets.stream().filter(Attribute.class::isInstance).toArray(Attribute[]::new);
  }

  /// The entries that the rules leave, as they leave them. A field whose new text is what is written there already
  /// counts as not changed. Afterwards `slice` must not be used any more.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped; then nothing of the block may be used any more
  public ChannelSlice apply(ChannelSlice slice) {
    return applied(slice, null);
  }

  /// The same, told step by step.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped; then nothing of the block may be used any more
  public ChannelSlice apply(ChannelSlice slice, RuleListener listener) {
    return applied(slice, listener);
  }

  /// One channel as the rules leave it; the same object where nothing was changed of it, null where they take it out.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped
  public @Nullable Channel apply(Channel channel) {
    ChannelSlice left = applied(ChannelSlice.of(List.of(channel)), null);
    if (left.isEmpty()) {
      return null;
    }
    Overrides changes = left.block().changes(left.entry(0));
    return changes.isEmpty() && channel.changes().isEmpty() ? channel : channel.withChanges(changes);
  }

  private ChannelSlice applied(ChannelSlice slice, @Nullable RuleListener listener) {
    if (rules.length == 0) {
      return slice;
    }
    ChannelBlock block = slice.block();
    before.note(slice, block);
    texts.begin(block);
    ChannelSlice left = slice;
    BlockRule failed = null;
    int end = Integer.MAX_VALUE;
    for (BlockRule rule : rules) {
      left = rule.apply(left, block, end, listener);
      // Channel by channel, nobody would have come behind a failure; but one before it may fail in a later rule.
      if (rule.failedAt() < end) {
        failed = rule;
        end = rule.failedAt();
      }
    }
    texts.end();
    if (failed != null) {
      before.restore(block, end);
      throw failed.failure(block.channel(end));
    }
    unsetWritten(left, block);
    return left;
  }

  private void unsetWritten(ChannelSlice slice, ChannelBlock block) {
    int size = slice.size();
    for (int i = 0; i < size; i++) {
      int entry = slice.entry(i);
      if (block.isChanged(entry)) {
        unsetWritten(block, entry);
      }
    }
  }

  private void unsetWritten(ChannelBlock block, int entry) {
    for (KnownField field : fields) {
      if (WrittenTexts.isWritten(block, entry, field)) {
        block.unset(entry, field);
      } else if (takesOut) {
        block.clean(entry, field);
      }
    }
    for (Attribute attribute : attributes) {
      if (WrittenTexts.isWritten(block, entry, attribute)) {
        block.unset(entry, attribute);
      } else if (takesOut) {
        block.clean(entry, attribute);
      }
    }
  }

  /// What the entries were called before the rules; for the words of a failure.
  private static final class NamesBefore {

    private static final KnownField[] NAMES = {KnownField.CHANNEL_NAME, KnownField.GROUP_TITLE};

    private int @Nullable [] places;

    void note(ChannelSlice slice, ChannelBlock block) {
      places = null;
      int size = slice.size();
      for (int i = 0; i < size; i++) {
        int entry = slice.entry(i);
        if (block.isChanged(entry)) {
          note(block, entry);
        }
      }
    }

    private void note(ChannelBlock block, int entry) {
      int[] all = places;
      if (all == null) {
        all = new int[2 * NAMES.length * block.size()];
        Arrays.fill(all, -1);
        places = all;
      }
      for (int i = 0; i < NAMES.length; i++) {
        if (block.isChanged(entry, NAMES[i])) {
          int at = 2 * (NAMES.length * entry + i);
          all[at] = block.newFrom(entry, NAMES[i]);
          all[at + 1] = block.newTo(entry, NAMES[i]);
        }
      }
    }

    void restore(ChannelBlock block, int entry) {
      int[] all = places;
      for (int i = 0; i < NAMES.length; i++) {
        int at = 2 * (NAMES.length * entry + i);
        if (all != null && all[at] >= 0) {
          block.setInArena(entry, NAMES[i], all[at], all[at + 1]);
        } else {
          block.unset(entry, NAMES[i]);
        }
      }
    }
  }
}
