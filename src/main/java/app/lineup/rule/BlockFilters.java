package app.lineup.rule;

import app.lineup.model.ChannelBlock;
import app.lineup.model.ChannelSlice;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks filters which entries of a block stay. What stays, and which failure is raised, is what
/// [CompiledFilters.Evaluator] says channel by channel. Not thread-safe; used by one thread: it remembers what it saw.
public final class BlockFilters {

  private final ChannelTexts texts;
  private final Asked[] includes;
  private final Asked[] excludes;

  BlockFilters(ChannelTexts texts, List<Asked> includes, List<Asked> excludes) {
    this.texts = texts;
    this.includes = includes.toArray(Asked[]::new);
    this.excludes = excludes.toArray(Asked[]::new);
  }

  /// The entries that stay. Afterwards `slice` must not be used any more.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped; then nothing of the block may be used any more
  public ChannelSlice apply(ChannelSlice slice) {
    if (includes.length == 0 && excludes.length == 0) {
      return slice;
    }
    texts.begin(slice.block());
    ChannelSlice kept = slice.only(this::keeps);
    texts.end();
    return kept;
  }

  private boolean keeps(ChannelBlock block, int entry) {
    return (includes.length == 0 || any(includes, block, entry)) && !any(excludes, block, entry);
  }

  private static boolean any(Asked[] filters, ChannelBlock block, int entry) {
    for (Asked filter : filters) {
      if (filter.matches(block, entry)) {
        return true;
      }
    }
    return false;
  }

  /// One filter.
  static final class Asked {

    private final String text;
    private final Check check;
    private final @Nullable Gate gate;
    private final FieldText[] reads;

    Asked(String text, Check check, Collection<FieldText> reads) {
      this.text = text;
      this.check = check;
      this.gate = check.gate();
      this.reads = reads.toArray(FieldText[]::new);
    }

    boolean matches(ChannelBlock block, int entry) {
      if (gate != null && !gate.opens(block, entry)) {
        return false;
      }
      for (FieldText read : reads) {
        read.begin(entry);
      }
      try {
        return check.holds();
      } catch (PatternFailure failure) {
        throw new RuleFailedException(text, block.channel(entry), failure);
      }
    }
  }
}
