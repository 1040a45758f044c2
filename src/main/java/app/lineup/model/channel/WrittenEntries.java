package app.lineup.model.channel;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// A chunk of entries as they will be published, one behind the other in one array. Who writes them takes the whole
/// range; for everybody else it is a list, of which each [get][#get(int)] makes an [M3uEntry] over the same array.
///
/// An entry that does not end its line is parted from the next one by a line feed, which belongs to neither.
///
/// Not thread-safe; handed from thread to thread. Once it was released, it and what was taken out of it must not be
/// used: asking throws [IllegalStateException].
public final class WrittenEntries extends AbstractList<M3uEntry> implements RandomAccess {

  private final Memory memory;
  private final int first;
  private final int last;

  private WrittenEntries(Memory memory, int first, int last) {
    this.memory = memory;
    this.first = first;
    this.last = last;
  }

  /// All entries of an array.
  ///
  /// @param bytes    the entries, from 0 on
  /// @param ends     where each of them ends, a line feed that parts it from the next one not counted
  /// @param size     how many there are
  /// @param whenDone called once, with the first [#release]
  public WrittenEntries(byte[] bytes, int[] ends, int size, Runnable whenDone) {
    this(new Memory(bytes, ends, size, whenDone), 0, size);
  }

  /// What the entries stand in. Read only.
  public byte[] bytes() {
    return memory.bytes();
  }

  /// Where the first entry begins in [#bytes].
  public int from() {
    return start(first);
  }

  /// Where the last entry ends in [#bytes].
  public int to() {
    return first == last ? start(first) : memory.ends()[last - 1];
  }

  private int start(int entry) {
    if (entry == 0) {
      return 0;
    }
    int before = memory.ends()[entry - 1];
    return before > 0 && !endsLine(memory.bytes()[before - 1]) ? before + 1 : before;
  }

  private static boolean endsLine(byte last) {
    return last == '\n' || last == '\r';
  }

  /// Nobody looks at these entries any more: their memory may be used for others. Of a part of a chunk it does nothing,
  /// because the rest may still be looked at.
  public void release() {
    if (first == 0 && last == memory.size) {
      memory.release();
    }
  }

  @Override
  public int size() {
    return last - first;
  }

  @Override
  public M3uEntry get(int position) {
    Objects.checkIndex(position, size());
    int from = start(first + position);
    return new M3uEntry(memory.bytes(), from, memory.ends()[first + position] - from);
  }

  @Override
  public WrittenEntries subList(int from, int to) {
    Objects.checkFromToIndex(from, to, size());
    return new WrittenEntries(memory, first + from, first + to);
  }

  /// The arrays that a list and its parts share.
  private static final class Memory {

    private final byte[] bytes;
    private final int[] ends;
    private final int size;
    private @Nullable Runnable whenDone;

    Memory(byte[] bytes, int[] ends, int size, Runnable whenDone) {
      this.bytes = bytes;
      this.ends = ends;
      this.size = size;
      this.whenDone = whenDone;
    }

    byte[] bytes() {
      check();
      return bytes;
    }

    int[] ends() {
      check();
      return ends;
    }

    private void check() {
      if (whenDone == null) {
        throw new IllegalStateException("these entries were released");
      }
    }

    void release() {
      Runnable last = whenDone;
      whenDone = null;
      if (last != null) {
        last.run();
      }
    }
  }
}
