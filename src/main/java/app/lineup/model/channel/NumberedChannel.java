package app.lineup.model.channel;

import app.lineup.model.ChannelNumber;
import app.lineup.model.Numbering;
import org.jspecify.annotations.Nullable;

/// A channel after Channel Numbering.
///
/// @param channel the channel
/// @param number  its number; null where numbering is off or the channel is a separator, and the entry keeps what it
///                says
public record NumberedChannel(Channel channel, @Nullable ChannelNumber number) {}
