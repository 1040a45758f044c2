package app.lineup.rule;

import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.rule.pattern.PatternFailure;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks filters which entries of a block stay. What stays, and which failure is raised, is what going channel by
/// channel would give. The only place where filters are asked; who wants to know what they say [listens][RuleListener].
/// Not thread-safe; used by one thread: it remembers what it saw.
public final class BlockFilters {

  private final ChannelTexts texts;
  private final Asked[] filters;
  private final Asked[] includes;
  private final Asked[] excludes;

  /// @param filters in their order
  BlockFilters(ChannelTexts texts, List<Asked> filters) {
    this.texts = texts;
    this.filters = filters.toArray(Asked[]::new);
    this.includes = filters.stream().filter(filter -> !filter.excludes).toArray(Asked[]::new);
    this.excludes = filters.stream().filter(filter -> filter.excludes).toArray(Asked[]::new);
  }

  /// The entries that stay. Afterwards `slice` must not be used any more.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped; then nothing of the block may be used any more
  public ChannelSlice apply(ChannelSlice slice) {
    return applied(slice, null);
  }

  /// The same; told of the first include filter that matches an entry, and of the first exclude filter, entry by entry.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped; then nothing of the block may be used any more
  public ChannelSlice apply(ChannelSlice slice, RuleListener listener) {
    return applied(slice, listener);
  }

  /// Asks every filter about every entry, whatever the others say, and tells of all that match, entry by entry. Nothing
  /// is taken out.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped; the block may go on being used
  public void each(ChannelSlice slice, RuleListener listener) {
    ChannelBlock block = slice.block();
    texts.begin(block);
    int size = slice.size();
    for (int i = 0; i < size; i++) {
      for (Asked filter : filters) {
        filter.matches(block, slice.entry(i), listener);
      }
    }
    texts.end();
  }

  /// Whether one channel stays.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped
  public boolean keeps(Channel channel) {
    return !applied(ChannelSlice.of(List.of(channel)), null).isEmpty();
  }

  private ChannelSlice applied(ChannelSlice slice, @Nullable RuleListener listener) {
    if (filters.length == 0) {
      return slice;
    }
    texts.begin(slice.block());
    ChannelSlice kept = slice.only((block, entry) -> (includes.length == 0 || any(includes, block, entry, listener))
        && !any(excludes, block, entry, listener));
    texts.end();
    return kept;
  }

  private static boolean any(Asked[] filters, ChannelBlock block, int entry, @Nullable RuleListener listener) {
    for (Asked filter : filters) {
      if (filter.matches(block, entry, listener)) {
        return true;
      }
    }
    return false;
  }

  /// One filter.
  static final class Asked {

    private final int place;
    private final String text;
    private final boolean excludes;
    private final Check check;
    private final @Nullable Gate gate;
    private final FieldText[] reads;

    /// @param place which of the filters it is
    Asked(int place, String text, boolean excludes, Check check, Collection<FieldText> reads) {
      this.place = place;
      this.text = text;
      this.excludes = excludes;
      this.check = check;
      this.gate = check.gate();
      this.reads = reads.toArray(FieldText[]::new);
    }

    boolean matches(ChannelBlock block, int entry, @Nullable RuleListener listener) {
      if (gate != null && !gate.opens(block, entry)) {
        return false;
      }
      for (FieldText read : reads) {
        read.begin(entry);
      }
      try {
        boolean holds = check.holds();
        if (holds && listener != null) {
          listener.applied(place, block, entry, excludes);
        }
        return holds;
      } catch (PatternFailure failure) {
        throw new RuleFailedException(text, block.channel(entry), failure);
      }
    }
  }
}
