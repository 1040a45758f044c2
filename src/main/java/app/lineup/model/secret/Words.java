package app.lineup.model.secret;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the parts of an address are called. Two kinds of list: names whose values are known to be harmless, for where
/// anything else is hidden; and names of credentials, for where anything else is shown. Thread-safe: no state.
final class Words {

  /// Parameters that choose what is sent, not who gets it.
  private static final Set<String> PARAMETERS = Set.of(
      "type", "output", "out", "format", "fmt", "ext", "extension", "container", "protocol", "proto", "scheme",
      "id", "stream", "stream_id", "streamid", "streamtype", "channel", "channel_id", "channelid", "ch", "cid", "chid",
      "video_id", "content_id", "service", "service_id", "network_id", "program", "track", "index", "number", "num",
      "lang", "language", "locale", "country", "region", "category", "cat", "group", "genre", "sort", "order",
      "quality", "q", "res", "resolution", "width", "height", "w", "h", "size", "bitrate", "bandwidth", "fps", "hd",
      "profile", "codec", "mode", "player", "platform", "device", "devicetype", "device_profile", "os", "page", "limit",
      "offset", "offsetseconds", "start", "end", "utc", "lutc", "duration", "timeshift", "time", "date", "from", "to",
      "begin", "delay", "latency", "cont", "dvr", "live", "playlive", "keyframes", "subtitles", "sub", "audio", "video",
      "defaultsublang", "detected_delivery_method", "sourcetimestamps", "v", "ver", "version", "action", "cmd", "epg",
      "file", "filename", "path", "app", "playpath", "swfurl", "pageurl", "tcurl", "swfvfy", "flashver", "timeout",
      "buffer", "url", "uri", "src", "source", "redirect", "ref", "referer", "referrer", "origin", "vendor", "provider",
      "name", "title", "content_livestream", "omap", "x", "i");

  /// Beginnings of names of that kind.
  private static final Pattern PARAMETER_FAMILY = Pattern.compile("(?:utm_|ads\\.|av_content_|av_app).*");

  /// Headers that name the player or the page, not the user; the players' own settings behind the bar are here too.
  private static final Set<String> HEADERS = Set.of(
      "user-agent", "http-user-agent", "referer", "referrer", "http-referrer", "http-referer", "origin", "http-origin",
      "accept", "accept-language", "accept-encoding", "accept-charset", "connection", "range", "icy-metadata",
      "content-type", "cache-control", "verifypeer", "seekable", "reconnect", "upgrade-insecure-requests");

  /// Options of players that say how something is played.
  private static final Pattern OPTION = Pattern.compile(
      "(?:[a-z]+-)?caching|program|sout.*|start-time|stop-time|run-time|rtsp-(?:tcp|http|caching|frame-buffer-size)"
          + "|http-(?:reconnect|continuous|forward-cookies)|adaptive-.*|deinterlace.*|aspect-ratio|crop|audio-.*"
          + "|sub-.*|demux|input-.*|video-.*|no-.*|avcodec-.*|network-.*|loop|repeat|meta-.*|clock-.*"
          + "|mimetype|inputstream(?:addon|class)?|inputstream-player"
          + "|inputstream\\.[a-z]+\\.(?:manifest_type|license_type|mime_?type|is_realtime_stream|stream_mode|open_mode"
          + "|play_timeshift_buffer|playback_as_live|programme_(?:start|end)_time|catchup_[a-z_]+|timezone_shift"
          + "|stream_selection_type|chooser_[a-z_0-9]+|manifest_update_parameter|max_bandwidth|media_renewal_time)");

  private static final Set<String> CREDENTIALS = Set.of(
      "pass", "password", "passwd", "pwd", "pw", "passphrase", "passwort", "kennwort", "clave", "mdp", "contrasena",
      "senha", "wachtwoord", "pin", "otp", "token", "tkn", "auth", "authorization", "authorisation", "authid", "cookie",
      "cookies", "secret", "credential", "credentials", "apikey", "authkey", "bearer", "jwt", "sig", "sign",
      "signature", "hmac", "ticket", "session", "sessionid", "sid", "jsessionid", "phpsessid", "login", "user", "usr",
      "username", "userid", "userpass", "key", "mac", "hdnts", "hdnea", "hdntl", "wmsauthsign", "mail", "email", "p",
      "u", "un", "st");

  private static final Pattern CREDENTIAL_END =
      Pattern.compile(".*(?:token|password|passwd|secret|apikey|cookie|session|signature|_?auth)");

  private static final Pattern WORD_END = Pattern.compile("[-_. \\[\\]()\"]+|(?<=[a-z])(?=[A-Z])");

  /// Directories that thousands of public addresses have.
  private static final Set<String> FOLDERS = Set.of(
      "live", "hls", "dash", "stream", "streams", "streaming", "livestream", "playlist", "playlists", "master", "index",
      "manifest", "main", "play", "channel", "channels", "linear", "content", "dist", "media", "video", "videos",
      "audio", "radio", "tv", "iptv", "livetv", "webtv", "hd", "sd", "fhd", "uhd", "4k", "public", "api", "cdn",
      "event",
      "events", "latest", "broadcast", "vod", "program", "news", "sport", "sports", "abr", "default", "static",
      "origin",
      "edge", "udp", "rtp", "rtmp", "srt", "memfs", "mpegts", "ts", "m3u8", "m3u", "files", "file", "logos", "logo",
      "images", "img", "picons", "epg", "guide", "assets", "raw", "blob", "refs", "heads", "master.m3u8", "proxy",
      "mobile", "web", "app", "apps", "sites", "www", "download", "uploads", "resources", "wp-content", "countries",
      "x", "out", "int", "ch", "smil", "multi", "auto", "high", "low", "720p", "1080p", "480p", "360p", "source",
      "_definst_", "tracks-v1a1", "index.fmp4", "streaming-playlists", "browser-hls", "hybrid", "liveapp", "webrtcapp",
      "livehls", "hlslive", "hdlive", "hlsv", "v", "playout", "ingest", "dvr", "external", "internal", "en", "us",
      "uk");

  private static final Pattern NUMBER_END = Pattern.compile("[-_]?\\d{1,3}$");

  private Words() {}

  static boolean isHarmlessParameter(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return PARAMETERS.contains(small) || PARAMETER_FAMILY.matcher(small).matches();
  }

  static boolean isHarmlessHeader(String name) {
    return HEADERS.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /// Whether it is an option of a player, or a header, that holds nothing secret.
  static boolean isHarmlessOption(String name) {
    String small = name.strip().toLowerCase(Locale.ROOT);
    return HEADERS.contains(small) || OPTION.matcher(small).matches();
  }

  /// Whether something of this name is a credential: one of the words that it is made of says so.
  static boolean isCredential(String name) {
    if (name.isEmpty() || name.length() > 60) {
      return false;
    }
    String small = name.toLowerCase(Locale.ROOT);
    if (small.endsWith("user-agent") || small.endsWith("useragent")) {
      return false;
    }
    if (CREDENTIALS.contains(small) || CREDENTIAL_END.matcher(small).matches()) {
      return true;
    }
    for (String word : WORD_END.split(name, -1)) {
      if (word.length() > 2 && CREDENTIALS.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a piece of a path is a folder of the usual names: `live`, `stream2`.
  static boolean isFolder(String segment) {
    String small = segment.toLowerCase(Locale.ROOT);
    return FOLDERS.contains(small) || FOLDERS.contains(NUMBER_END.matcher(small).replaceFirst(""));
  }
}
