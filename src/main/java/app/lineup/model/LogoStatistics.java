package app.lineup.model;

import java.time.Duration;

/// How a run came by the pictures of its channels. Each channel that names one counts once, however often it is named;
/// what several channels share is fetched once.
///
/// @param hits      channels whose picture was in the cache, or just came there
/// @param fetched   pictures that were fetched
/// @param failures  channels that have no picture to be had
/// @param notAsked  channels whose picture was not in the cache and not asked for
/// @param requests  how many times a server was asked
/// @param bytes     how much came
/// @param waited    for servers, all requests together
public record LogoStatistics(
    long hits, long fetched, long failures, long notAsked, long requests, long bytes, Duration waited) {

  /// Nobody looked for pictures.
  public static final LogoStatistics NONE = new LogoStatistics(0, 0, 0, 0, 0, 0, Duration.ZERO);
}
