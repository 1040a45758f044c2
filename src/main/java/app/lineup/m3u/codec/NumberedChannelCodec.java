package app.lineup.m3u.codec;

import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.engine.record.ItemCodec;
import app.lineup.model.ChannelNumber;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.NumberedChannel;
import org.jspecify.annotations.Nullable;

/// Writes a channel as [ChannelCodec] does, with its number behind it. Thread-safe: no state.
public final class NumberedChannelCodec implements ItemCodec<NumberedChannel> {

  private static final int NUMBER_BYTES = 48;

  private final ChannelCodec channels = new ChannelCodec();

  @Override
  public String form() {
    return "numbered " + channels.form();
  }

  @Override
  public void write(NumberedChannel item, BlockWriter out) {
    channels.write(item.channel(), out);
    ChannelNumber number = item.number();
    if (number == null) {
      out.number(0);
    } else {
      out.number((long) number.major() << 1 | (number.minor() > 0 ? 1 : 0));
      if (number.minor() > 0) {
        out.number(number.minor());
      }
    }
  }

  @Override
  public NumberedChannel read(BlockReader in) {
    return new NumberedChannel(channels.read(in), number(in));
  }

  private static @Nullable ChannelNumber number(BlockReader in) {
    int header = in.count();
    return header == 0 ? null : new ChannelNumber(header >>> 1, (header & 1) == 0 ? 0 : in.count());
  }

  @Override
  public NumberedChannel owned(NumberedChannel item) {
    Channel channel = channels.owned(item.channel());
    return channel == item.channel() ? item : new NumberedChannel(channel, item.number());
  }

  @Override
  public long weigh(NumberedChannel item) {
    return channels.weigh(item.channel()) + NUMBER_BYTES;
  }
}
