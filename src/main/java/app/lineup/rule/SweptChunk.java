package app.lineup.rule;

import app.lineup.model.Channel;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chunk between two rules of a [RuleSweep]: who is still there, what was set, and where the first failure is. Confined.
final class SweptChunk {

  private final List<Channel> channels;
  private final int seats;
  private final RuleSweep.@Nullable NewTexts[] changes;
  private final BitSet there = new BitSet();
  private int end;
  private @Nullable RuleFailedException failure;

  SweptChunk(List<Channel> channels, int seats) {
    this.channels = channels;
    this.seats = seats;
    this.end = channels.size();
    this.changes = new RuleSweep.@Nullable NewTexts[end];
    there.set(0, end);
  }

  /// The first channel from `from` on that is still to be looked at, −1 where there is none.
  int next(int from) {
    int found = there.nextSetBit(from);
    return found < end ? found : -1;
  }

  Channel channel(int index) {
    return channels.get(index);
  }

  RuleSweep.@Nullable NewTexts changes(int index) {
    return changes[index];
  }

  void remove(int index) {
    there.clear(index);
  }

  void set(int index, int seat, String value, boolean ascii) {
    RuleSweep.NewTexts texts = changes[index];
    if (texts == null) {
      texts = new RuleSweep.NewTexts(seats);
      changes[index] = texts;
    }
    texts.set(seat, value, ascii);
  }

  /// Behind a failure nothing is looked at any more: channel by channel, nobody would have come so far. An earlier channel
  /// may still fail in a later rule, and is then the one to tell of.
  void fail(int index, String rule, PatternFailure cause) {
    failure = new RuleFailedException(rule, channels.get(index), cause);
    end = index;
  }

  void raiseFailure() {
    RuleFailedException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }
}
