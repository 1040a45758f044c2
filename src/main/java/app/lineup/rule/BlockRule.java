package app.lineup.rule;

import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.rule.pattern.PatternFailure;
import org.jspecify.annotations.Nullable;

/// One rule of [BlockRules]: goes over the entries, passes by most at its [Gate], and carries out its actions on
/// those that it is for. Not thread-safe; used by one thread.
final class BlockRule {

  private final int place;
  private final RuleRun rule;
  private final @Nullable PatternRule quick;
  private final @Nullable Gate gate;
  private final ChannelTexts texts;
  private final FieldText[] reads;
  private int failedAt;
  private @Nullable PatternFailure failure;
  private @Nullable RuleListener listener;

  /// @param place which of the rules it is
  /// @param quick the same in its most usual form, null where it has another
  BlockRule(int place, RuleRun rule, @Nullable PatternRule quick, ChannelTexts texts) {
    this.place = place;
    this.rule = rule;
    this.quick = quick;
    Gate first = rule.gate();
    // What looks at the same bytes itself is not asked to twice.
    this.gate = quick != null && first instanceof Gate.Bytes ? null : first;
    this.texts = texts;
    this.reads = rule.reads(texts);
  }

  /// The entries that it leaves.
  ///
  /// @param end  the entry at which to stop
  /// @param told hears of each entry that it is for; null where nobody wants to
  ChannelSlice apply(ChannelSlice slice, ChannelBlock block, int end, @Nullable RuleListener told) {
    listener = told;
    failedAt = Integer.MAX_VALUE;
    failure = null;
    if (rule.removes()) {
      return slice.only((in, entry) -> entry >= Math.min(end, failedAt) || !isFor(in, entry));
    }
    int size = slice.size();
    for (int i = 0; i < size && failedAt == Integer.MAX_VALUE; i++) {
      int entry = slice.entry(i);
      if (entry >= end) {
        break;
      }
      if (gate != null && !gate.opens(block, entry)) {
        continue;
      }
      if (quick != null) {
        assign(quick, block, entry);
      } else {
        assign(block, entry);
      }
    }
    return slice;
  }

  /// The entry at which it failed in the last slice; more than any where it did not.
  int failedAt() {
    return failedAt;
  }

  /// What is raised for the entry at which it failed.
  ///
  /// @param channel that entry, as it was before all rules
  RuleFailedException failure(Channel channel) {
    PatternFailure cause = failure;
    if (cause == null) {
      throw new IllegalStateException("the rule did not fail");
    }
    return new RuleFailedException(rule.text(), channel, cause);
  }

  private boolean isFor(ChannelBlock block, int entry) {
    if (gate != null && !gate.opens(block, entry)) {
      return false;
    }
    begin(entry);
    try {
      boolean applies = rule.applies();
      if (applies) {
        tell(block, entry);
      }
      return applies;
    } catch (PatternFailure e) {
      fail(entry, e);
      return false;
    }
  }

  private void assign(PatternRule usual, ChannelBlock block, int entry) {
    try {
      switch (usual.apply(block, entry)) {
        case PASSED -> { }
        case DONE -> tell(block, entry);
        case UNSURE -> assign(block, entry);
      }
    } catch (PatternFailure e) {
      fail(entry, e);
    }
  }

  private void assign(ChannelBlock block, int entry) {
    begin(entry);
    try {
      if (rule.applies()) {
        rule.assign(texts, block, entry);
        tell(block, entry);
      }
    } catch (PatternFailure e) {
      fail(entry, e);
    }
  }

  private void tell(ChannelBlock block, int entry) {
    RuleListener told = listener;
    if (told != null) {
      told.applied(place, block, entry, rule.removes());
    }
  }

  private void begin(int entry) {
    for (FieldText text : reads) {
      text.begin(entry);
    }
  }

  private void fail(int entry, PatternFailure cause) {
    failedAt = entry;
    failure = cause;
  }
}
