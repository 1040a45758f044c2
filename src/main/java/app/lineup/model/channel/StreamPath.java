package app.lineup.model.channel;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a stream's address says which stream it is: neither host, user nor password.
final class StreamPath {

  /// Longer ones are tokens rather than ids.
  private static final int LONGEST_ID = 15;
  private static final Set<String> LIVE_ENDINGS = Set.of("", "ts", "m3u8");
  /// Where the address itself is the channel, and there is no path.
  private static final Set<String> GROUP_ADDRESSES = Set.of("udp", "rtp", "igmp");
  /// The parameters that name a stream; no other is looked at, since any may be a password.
  private static final Pattern NAMING = Pattern.compile(
      "(?<=[?&])(?:id|stream|stream_?id|channel|channel_?id|ch|cid|chid|name)=[^&]+", Pattern.CASE_INSENSITIVE);

  /// What a server takes for one `/`, other than behind the scheme.
  private static final Pattern SLASHES = Pattern.compile("(?<!:)/{2,}");

  private StreamPath() {}

  private static String oneSlash(String address) {
    int from = address.indexOf("://") + 3;
    return address.indexOf("//", from) < 0 ? address : SLASHES.matcher(address).replaceAll("/");
  }

  /// Kind and id of a stream of an Xtream panel (`live:1234`), empty where the address is none of those.
  ///
  /// `/live/USER/PASSWORD/ID.ts` and its kin wherever in the path they begin, `/USER/PASSWORD/ID` only as the whole
  /// path.
  static String xtream(String written) {
    String address = oneSlash(written);
    int to = pathEnd(address);
    int from = pathFrom(address, to);
    int file = address.lastIndexOf('/', to - 1) + 1;
    if (from < 0 || file <= from) {
      return "";
    }
    int dot = address.indexOf('.', file);
    int idTo = dot < 0 || dot > to ? to : dot;
    if (!isId(address, file, idTo)) {
      return "";
    }
    int password = before(address, file - 1, from);
    int user = password < 0 ? -1 : before(address, password - 1, from);
    if (user < 0) {
      return "";
    }
    if (user == from + 1) {
      String ending = idTo == to ? "" : address.substring(idTo + 1, to).toLowerCase(Locale.ROOT);
      return LIVE_ENDINGS.contains(ending) ? "live:" + address.substring(file, idTo) : "";
    }
    int kind = before(address, user - 1, from);
    String word = kind < 0 ? "" : address.substring(kind, user - 1).toLowerCase(Locale.ROOT);
    return switch (word) {
      case "live", "movie", "series" -> word + ":" + address.substring(file, idTo);
      default -> "";
    };
  }

  /// The path's part of a key; empty where it does not say which stream it is, or what it says may be a
  /// password.
  static Optional<String> of(String address) {
    String masked = StableAddress.of(oneSlash(address));
    int to = pathEnd(masked);
    int from = pathFrom(masked, to);
    int host = masked.indexOf("://");
    if (host >= 0 && GROUP_ADDRESSES.contains(masked.substring(0, host).toLowerCase(Locale.ROOT))) {
      int end = from < 0 ? to : from;
      return Optional.of(masked.substring(Math.max(host + 3, masked.lastIndexOf('@', end - 1) + 1), end));
    }
    String path = from < 0 ? "" : masked.substring(from, to);
    boolean asks = to < masked.length() && masked.charAt(to) == '?';
    if (!asks) {
      return path.length() < 2 || path.contains(StableAddress.HIDDEN) ? Optional.empty() : Optional.of(path);
    }
    var names = new StringBuilder();
    for (Matcher name = NAMING.matcher(masked); name.find(); ) {
      names.append('&').append(name.group());
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(path + names);
  }

  /// The path alone, for what [#of] found too little in.
  static String unlike(String address) {
    String masked = StableAddress.of(oneSlash(address));
    int to = pathEnd(masked);
    int from = pathFrom(masked, to);
    return from < 0 ? "" : masked.substring(from, to);
  }

  private static boolean isId(String address, int from, int to) {
    if (to <= from || to - from > LONGEST_ID) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (address.charAt(i) < '0' || address.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// Where the segment begins that ends at this `/`; below 0 where there is none, or it has no letter.
  private static int before(String address, int slash, int from) {
    int begin = slash <= from ? -1 : address.lastIndexOf('/', slash - 1) + 1;
    return begin <= from || begin == slash ? -1 : begin;
  }

  /// Where `?`, `#` or the address ends.
  private static int pathEnd(String address) {
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) == '?' || address.charAt(i) == '#') {
        return i;
      }
    }
    return address.length();
  }

  /// The `/` behind the host, −1 where there is no path; an address without a host is all path.
  private static int pathFrom(String address, int to) {
    int host = address.indexOf("://");
    if (host < 0 || host > to) {
      return 0;
    }
    int slash = address.indexOf('/', host + 3);
    return slash < 0 || slash > to ? -1 : slash;
  }
}
