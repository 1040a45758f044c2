package app.lineup.pipeline.number;

import app.lineup.m3u.Separators;
import app.lineup.model.ChannelNumber;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.problem.PipelineException;

/// Reads the numbers that channels bring along.
final class Numbers {

  private static final int MOST_DIGITS = 8;

  private Numbers() {}

  /// The entry's own valid number, [#packed]; separators have none (`M3U-37`). 0 where there is none.
  static long own(ChannelBlock block, int entry) {
    int from = block.newFrom(entry, KnownField.TVG_CHNO);
    byte[] bytes = block.arena();
    int to;
    if (from >= 0) {
      to = block.newTo(entry, KnownField.TVG_CHNO);
    } else {
      bytes = block.bytes();
      from = block.from(entry, KnownField.TVG_CHNO);
      to = block.to(entry, KnownField.TVG_CHNO);
    }
    if (from >= to) {
      return 0;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9 || to - from > MOST_DIGITS) {
        return unusual(block, entry);
      }
      number = number * 10 + digit;
    }
    return number > 0 && !Separators.isSeparator(block, entry) ? packed(number, 0) : 0;
  }

  /// Everything but plain digits.
  private static long unusual(ChannelBlock block, int entry) {
    return Separators.isSeparator(block, entry)
        ? 0
        : ChannelNumber.parse(block.text(entry, KnownField.TVG_CHNO).strip())
            .map(number -> packed(number.major(), number.minor())).orElse(0L);
  }

  /// A number as one `long`, never 0.
  static long packed(int major, int minor) {
    return (long) major << Integer.SIZE | minor;
  }

  static int major(long packed) {
    return (int) (packed >>> Integer.SIZE);
  }

  static int minor(long packed) {
    return (int) packed;
  }

  /// Whether a rule gave the entry the number that it brings along: what the user says now counts for more than what
  /// was remembered.
  static boolean isRuled(ChannelBlock block, int entry) {
    return block.isChanged(entry, KnownField.TVG_CHNO);
  }

  static PipelineException exhausted() {
    return new PipelineException(
        PipelineException.Kind.USER,
        "numbering",
        "there are more channels than numbers up to " + ChannelNumber.MAX_MAJOR,
        "Begin at a lower number or filter some channels out.");
  }
}
