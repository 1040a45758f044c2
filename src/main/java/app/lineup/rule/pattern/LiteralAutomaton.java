package app.lineup.rule.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// Finds which of many ASCII texts stand in some bytes, whatever their case, in one pass however many they are.
/// Immutable, thread-safe.
///
/// The automaton of Aho and Corasick, made whole: each byte is one step along a table of its states.
public final class LiteralAutomaton {

  /// Entries of the table; who comes when it is full is not looked for here.
  static final int MAX_ENTRIES = 1 << 20;

  private final byte[] classOf = new byte[256];
  private final int classes;
  /// The next state, times [#classes]; inverted where some text ends there.
  private final int[] next;
  /// For each state the bits of the texts that end there, null where none does.
  private final long[][] ends;
  private final int words;

  /// A text to be looked for.
  ///
  /// @param ascii folded, not empty
  /// @param bit   what is set where it is found
  public record Literal(byte[] ascii, int bit) {}

  private LiteralAutomaton(byte[] classOf, int classes, int[] next, long[][] ends, int words) {
    System.arraycopy(classOf, 0, this.classOf, 0, classOf.length);
    this.classes = classes;
    this.next = next;
    this.ends = ends;
    this.words = words;
  }

  /// How many words of bits [#find] fills.
  public int words() {
    return words;
  }

  /// Sets in `found` the bits of the texts that stand in `[from, to)`.
  ///
  /// @param first where these bits begin
  public void find(byte[] bytes, int from, int to, long[] found, int first) {
    int state = 0;
    for (int i = from; i < to; i++) {
      state = next[state + classOf[bytes[i] & 0xFF]];
      if (state < 0) {
        state = ~state;
        long[] here = ends[state / classes];
        for (int word = 0; word < here.length; word++) {
          found[first + word] |= here[word];
        }
      }
    }
  }

  /// Puts texts together until the table is full. Not thread-safe; used by one thread, once.
  public static final class Builder {

    private final byte[] classOf = new byte[256];
    private final int classes;
    private final List<int[]> states = new ArrayList<>();
    private final List<BitSet> ends = new ArrayList<>();
    private int bits;

    /// @param all every text that may be added
    public Builder(Iterable<byte[]> all) {
      int count = 1;
      for (byte[] ascii : all) {
        for (byte b : ascii) {
          if (classOf[b] == 0) {
            classOf[b] = (byte) count;
            classOf[upper(b)] = (byte) count;
            count++;
          }
        }
      }
      classes = count;
      newState();
    }

    private static int upper(byte b) {
      return b >= 'a' && b <= 'z' ? b - 0x20 : b;
    }

    private int newState() {
      states.add(new int[classes]);
      ends.add(new BitSet());
      return states.size() - 1;
    }

    /// Whether there is room for all of `literals`; then they are taken.
    public boolean add(List<Literal> literals) {
      int length = literals.stream().mapToInt(literal -> literal.ascii().length).sum();
      if ((long) (states.size() + length) * classes > MAX_ENTRIES) {
        return false;
      }
      literals.forEach(this::add);
      return true;
    }

    private void add(Literal literal) {
      int state = 0;
      for (byte b : literal.ascii()) {
        int[] row = states.get(state);
        int step = classOf[b];
        if (row[step] == 0) {
          row[step] = newState();
        }
        state = row[step];
      }
      ends.get(state).set(literal.bit());
      bits = Math.max(bits, literal.bit() + 1);
    }

    /// The automaton: each state goes on as the longest state that is an end of it, where it cannot go on itself.
    public LiteralAutomaton build() {
      int[] back = new int[states.size()];
      Deque<Integer> open = new ArrayDeque<>();
      for (int first : states.getFirst()) {
        if (first != 0) {
          open.add(first);
        }
      }
      while (!open.isEmpty()) {
        int state = open.remove();
        int[] row = states.get(state);
        int[] behind = states.get(back[state]);
        ends.get(state).or(ends.get(back[state]));
        for (int step = 1; step < classes; step++) {
          if (row[step] == 0) {
            row[step] = behind[step];
          } else {
            back[row[step]] = behind[step];
            open.add(row[step]);
          }
        }
      }
      return new LiteralAutomaton(classOf, classes, table(), endWords(), (bits + Long.SIZE - 1) / Long.SIZE);
    }

    private int[] table() {
      int[] table = new int[states.size() * classes];
      for (int state = 0; state < states.size(); state++) {
        for (int step = 0; step < classes; step++) {
          int target = states.get(state)[step];
          table[state * classes + step] = ends.get(target).isEmpty() ? target * classes : ~(target * classes);
        }
      }
      return table;
    }

    private long[][] endWords() {
      long[][] words = new long[ends.size()][];
      Arrays.setAll(words, state -> ends.get(state).toLongArray());
      return words;
    }
  }
}
