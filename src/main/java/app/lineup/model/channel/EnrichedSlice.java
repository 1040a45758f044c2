package app.lineup.model.channel;

import app.lineup.model.LogoState;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// A chunk of channels after Logo Prefetch, all of whose pictures have the same state. Not thread-safe; handed from
/// thread to thread with its block.
public final class EnrichedSlice extends AbstractList<LogoEnrichedChannel> implements RandomAccess {

  private final NumberedSlice numbered;
  private final LogoState logo;

  /// @param numbered the channels and their numbers
  /// @param logo     what is known of the picture of each
  public EnrichedSlice(NumberedSlice numbered, LogoState logo) {
    this.numbered = numbered;
    this.logo = logo;
  }

  /// The channels of a chunk in block form, with their numbers: the same where they are that already.
  public static ChannelSlice channels(List<LogoEnrichedChannel> chunk) {
    return chunk instanceof EnrichedSlice slice
        ? slice.numbered.channels()
        : NumberedSlice.of(chunk.stream().map(LogoEnrichedChannel::numbered).toList()).channels();
  }

  @Override
  public int size() {
    return numbered.size();
  }

  @Override
  public LogoEnrichedChannel get(int position) {
    return new LogoEnrichedChannel(numbered.get(position), logo);
  }

  @Override
  public EnrichedSlice subList(int first, int last) {
    return new EnrichedSlice(numbered.subList(first, last), logo);
  }
}
