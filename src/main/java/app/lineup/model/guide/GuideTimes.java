package app.lineup.model.guide;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

/// How the times of a guide are read (`XMLTV-50` and `XMLTV-59`).
///
/// @param withoutOffset the offset of times that name none
/// @param shift         added to every time
/// @param byChannel     added to the times of these channel ids in place of `shift`
public record GuideTimes(ZoneOffset withoutOffset, Duration shift, Map<String, Duration> byChannel) {

  /// As they are written; UTC where no offset is.
  public static final GuideTimes AS_WRITTEN = new GuideTimes(ZoneOffset.UTC, Duration.ZERO, Map.of());

  public GuideTimes {
    byChannel = Map.copyOf(byChannel);
  }

  /// What is added to the times of a channel.
  public Duration shift(String channelId) {
    return byChannel.getOrDefault(channelId, shift);
  }
}
