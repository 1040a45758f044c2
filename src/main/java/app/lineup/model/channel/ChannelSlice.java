package app.lineup.model.channel;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/// The entries of a [ChannelBlock] that a pull gives, those that rules and filters took out left out: a chunk of
/// channels. Who works on whole blocks asks [#block] and [#entry]; for everybody else it is a list, of which each
/// [get][#get(int)] makes a channel that outlives the block.
///
/// Not thread-safe; handed from thread to thread with its block. Once that was released, asking throws
/// [IllegalStateException].
public final class ChannelSlice extends AbstractList<Channel> implements RandomAccess {

  private final ChannelBlock block;
  private final int generation;
  private final int from;
  private final int to;

  ChannelSlice(ChannelBlock block, int generation, int from, int to) {
    this.block = block;
    this.generation = generation;
    this.from = from;
    this.to = to;
  }

  /// The entries of a chunk in block form: the same where it is that already.
  public static ChannelSlice of(List<Channel> chunk) {
    return chunk instanceof ChannelSlice slice ? slice : ChannelBlock.of(chunk).all();
  }

  /// The same for who looks at chunk after chunk: what is none yet is put into a block that is used again.
  ///
  /// @param spare belongs to no pool; what was in it must not be used any more
  public static ChannelSlice of(List<Channel> chunk, ChannelBlock spare) {
    if (chunk instanceof ChannelSlice slice) {
      return slice;
    }
    spare.fill(chunk);
    return spare.all();
  }

  /// The channels of a chunk as values of their own, for who keeps them; the block is not needed any more then.
  public static List<Channel> takenOut(List<Channel> chunk) {
    if (!(chunk instanceof ChannelSlice slice)) {
      return chunk;
    }
    List<Channel> channels = new ArrayList<>(slice);
    slice.release();
    return channels;
  }

  /// The block.
  ///
  /// @throws IllegalStateException if it was released
  public ChannelBlock block() {
    if (block.generation() != generation) {
      throw new IllegalStateException("this block of channels was released");
    }
    return block;
  }

  /// Which entry of the block stands at `position`, from 0 to [#size]. Asked for each entry after [#block], which sees
  /// to it that the block was not released.
  public int entry(int position) {
    return block.live(from + position);
  }

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public Channel get(int position) {
    Objects.checkIndex(position, size());
    return block().channel(entry(position));
  }

  /// A part of it. Whoever cuts it into parts takes them in their order up to its end, and it is not used itself any
  /// more: the last part holds the block in its place.
  @Override
  public ChannelSlice subList(int first, int last) {
    Objects.checkFromToIndex(first, last, size());
    if (last < size()) {
      block.hold();
    }
    return new ChannelSlice(block, generation, from + first, from + last);
  }

  /// Whether an entry stays.
  @FunctionalInterface
  public interface Stays {
    boolean stays(ChannelBlock block, int entry);
  }

  /// The entries that stay. This slice must not be used any more.
  public ChannelSlice only(Stays stays) {
    ChannelBlock in = block();
    int kept = from;
    for (int position = from; position < to; position++) {
      int entry = in.live(position);
      if (stays.stays(in, entry)) {
        in.live(kept++, entry);
      }
    }
    return new ChannelSlice(block, generation, from, kept);
  }

  /// Says that nobody looks at the block through this slice any more. Once that was said of all its parts, the block is
  /// used for other entries.
  public void release() {
    block().release();
  }
}
