package app.lineup.rule;

import app.lineup.model.Channel;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks one filter after the other about a whole chunk: each answers with a bit for every channel that is still open, and
/// the sets are joined. What stays, and which failure is raised, is what [CompiledFilters.Evaluator] says channel by
/// channel. Confined to one thread: it remembers what it saw.
public final class FilterMasks {

  private final List<Mask> includes;
  private final List<Mask> excludes;
  private int end;
  private @Nullable RuleFailedException failure;

  /// Each mask with texts of its own, so that a pass over the chunk begins no field but those its filter reads.
  FilterMasks(List<Mask> includes, List<Mask> excludes) {
    this.includes = List.copyOf(includes);
    this.excludes = List.copyOf(excludes);
  }

  /// One filter.
  record Mask(String text, ChannelTexts texts, Check check) {}

  /// A bit for each channel of `chunk` that stays.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped
  public BitSet kept(List<Channel> chunk) {
    end = chunk.size();
    failure = null;
    var open = new BitSet(end);
    open.set(0, end);
    BitSet kept = includes.isEmpty() ? open : included(chunk, open);
    for (Mask mask : excludes) {
      kept.andNot(matching(mask, chunk, kept));
    }
    RuleFailedException failed = failure;
    if (failed != null) {
      throw failed;
    }
    return kept;
  }

  private BitSet included(List<Channel> chunk, BitSet open) {
    var included = new BitSet(end);
    for (Mask mask : includes) {
      BitSet matching = matching(mask, chunk, open);
      included.or(matching);
      open.andNot(matching);
    }
    return included;
  }

  /// Behind a failure nothing is asked any more: channel by channel, nobody would have come so far. An earlier channel may
  /// still fail in a later filter, and is then the one to tell of.
  private BitSet matching(Mask mask, List<Channel> chunk, BitSet among) {
    var matching = new BitSet(end);
    for (int i = among.nextSetBit(0); i >= 0 && i < end; i = among.nextSetBit(i + 1)) {
      Channel channel = chunk.get(i);
      mask.texts().begin(channel);
      try {
        if (mask.check().holds()) {
          matching.set(i);
        }
      } catch (PatternFailure e) {
        failure = new RuleFailedException(mask.text(), channel, e);
        end = i;
      }
    }
    return matching;
  }
}
