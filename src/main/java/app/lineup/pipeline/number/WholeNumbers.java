package app.lineup.pipeline.number;

import java.util.Arrays;

/// A set of whole numbers up to [app.lineup.model.ChannelNumber#MAX_MAJOR]: a bit each, in pages that are made when a
/// number of theirs comes, so that one very high number costs no more than a low one. Not thread-safe.
final class WholeNumbers {

  private static final int PAGE_BITS = 15;
  private static final int WORDS = 1 << PAGE_BITS - 6;

  /// Stands where no page was made.
  private static final long[] NO_PAGE = {};

  private long[][] pages = {};
  private int made;

  /// Adds a number; false where it was in the set before.
  boolean add(int number) {
    long[] page = page(number >>> PAGE_BITS);
    int word = number >>> 6 & WORDS - 1;
    long bit = 1L << number;
    boolean fresh = (page[word] & bit) == 0;
    page[word] |= bit;
    return fresh;
  }

  private long[] page(int index) {
    if (index >= pages.length) {
      int known = pages.length;
      pages = Arrays.copyOf(pages, Math.max(index + 1, known * 2));
      Arrays.fill(pages, known, pages.length, NO_PAGE);
    }
    long[] page = pages[index];
    if (page.length == 0) {
      page = new long[WORDS];
      pages[index] = page;
      made++;
    }
    return page;
  }

  /// Whether the number is in the set.
  boolean has(int number) {
    int index = number >>> PAGE_BITS;
    long[] page = index < pages.length ? pages[index] : NO_PAGE;
    return page.length > 0 && (page[number >>> 6 & WORDS - 1] & 1L << number) != 0;
  }

  /// The lowest number from `from` on that is not in the set.
  int nextFree(int from) {
    int number = from;
    while (true) {
      int index = number >>> PAGE_BITS;
      long[] page = index < pages.length ? pages[index] : NO_PAGE;
      if (page.length == 0) {
        return number;
      }
      long free = ~page[number >>> 6 & WORDS - 1] & -1L << number;
      if (free != 0) {
        return (number & -64) + Long.numberOfTrailingZeros(free);
      }
      number = (number & -64) + 64;
    }
  }

  /// How many bytes the set takes.
  long bytes() {
    return (long) made * WORDS * Long.BYTES + (long) pages.length * Integer.BYTES;
  }
}
