package app.lineup.model.channel;

import app.lineup.model.ChannelNumber;
import app.lineup.model.Numbering;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// A chunk of channels after Channel Numbering, whose numbers stand in their block. Not thread-safe; handed from thread
/// to thread with its block.
public final class NumberedSlice extends AbstractList<NumberedChannel> implements RandomAccess {

  private final ChannelSlice channels;

  /// @param channels with their numbers in their block
  public NumberedSlice(ChannelSlice channels) {
    this.channels = channels;
  }

  /// The entries of a chunk in block form: the same where it is that already.
  public static NumberedSlice of(List<NumberedChannel> chunk) {
    if (chunk instanceof NumberedSlice slice) {
      return slice;
    }
    ChannelBlock block = ChannelBlock.of(chunk.stream().map(NumberedChannel::channel).toList());
    for (int i = 0; i < chunk.size(); i++) {
      ChannelNumber number = chunk.get(i).number();
      if (number != null) {
        block.number(i, number.major(), number.minor());
      }
    }
    return new NumberedSlice(block.all());
  }

  /// The channels of a chunk as values of their own, for who keeps them; the block is not needed any more then.
  public static List<NumberedChannel> takenOut(List<NumberedChannel> chunk) {
    if (!(chunk instanceof NumberedSlice slice)) {
      return chunk;
    }
    List<NumberedChannel> channels = new ArrayList<>(slice);
    slice.channels.release();
    return channels;
  }

  /// The channels.
  public ChannelSlice channels() {
    return channels;
  }

  @Override
  public int size() {
    return channels.size();
  }

  @Override
  public NumberedChannel get(int position) {
    return new NumberedChannel(channels.get(position), number(channels.block(), channels.entry(position)));
  }

  private static @Nullable ChannelNumber number(ChannelBlock block, int entry) {
    return block.major(entry) == 0 ? null : new ChannelNumber(block.major(entry), block.minor(entry));
  }

  @Override
  public NumberedSlice subList(int first, int last) {
    return new NumberedSlice(channels.subList(first, last));
  }
}
