package app.lineup.model.secret;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The path of an address: what stands where panels put logins, and what looks like a token. Not thread-safe; used for
/// one path.
final class LoginPath {

  /// `/live/USER/PASSWORD/ID` and its kin, wherever in the path they begin.
  private static final Set<String> PANEL = Set.of("movie", "series", "timeshift");
  /// The same, but thousands of public addresses have these too.
  private static final Set<String> LIVE = Set.of("live", "playlist");
  /// The next piece is a token.
  private static final Set<String> TOKEN = Set.of(
      "t", "token", "tokens", "tk", "auth", "key", "apikey", "api_key", "api-key", "access_token", "session", "sid",
      "sess", "jwt", "secret", "pass", "password", "pw", "user", "username", "login", "account", "mac", "sig",
      "signature", "hash", "hmac", "ticket", "s3cret");
  private static final Set<String> FORMS =
      Set.of("ts", "m3u8", "mpegts", "hls", "mp4", "m3u", "m3u_plus", "dash", "mpd");
  private static final Pattern ID = Pattern.compile("\\d+(?:\\.\\w+)?");
  private static final Pattern ID_AT_MOST = Pattern.compile("\\d{1,3}");
  private static final Pattern MEDIA = Pattern.compile(".+\\.[A-Za-z0-9]{2,4}");
  private static final Pattern STREAM_NAME = Pattern.compile(
      "(?i)(?:smil|ngrp|mp4|amlst|flv|ik|mp3):.*"
          + "|.*\\.(?:smil|stream|sdp|isml?|m3u8?|mpd|php|ts|com|net|org|tv)");
  private static final Pattern GROUP_OF_AKAMAI = Pattern.compile("[A-Za-z]\\w*@\\d{4,}");
  private static final Pattern USER_AND_PASSWORD = Pattern.compile(
      "(?!(?:smil|ngrp|mp4|amlst|flv|ik|mp3|https?|urn|\\w):|[^:]*\\.[^:]*:\\d{1,5}$)[^:=,]+:[^:]+");
  private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(?:png|jpe?g|svg|webp|gif|ico)");
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{1,4}$");

  private final Masked out;
  private final int depth;
  private final boolean allButFile;
  private Guess guess = new Guess("");
  private String[] pieces = {};
  private boolean[] hidden = {};

  /// @param allButFile whether only the file is known to be no part of a password
  LoginPath(Masked out, int depth, boolean allButFile) {
    this.out = out;
    this.depth = depth;
    this.allButFile = allButFile;
  }

  /// @param of the host, whose name often is in the path of what it sends
  void mask(String of, String path) {
    guess = new Guess(of.toLowerCase(Locale.ROOT));
    pieces = path.split("(?<=[/\\\\])", -1);
    hidden = new boolean[pieces.length];
    boolean[] sure = new boolean[pieces.length];
    for (int i = 0; i < pieces.length; i++) {
      look(i, sure);
    }
    for (int i = 0; i < pieces.length; i++) {
      String name = name(i);
      String end = pieces[i].substring(name.length());
      if (hidden[i]) {
        if (sure[i]) {
          out.hideLogin();
        } else {
          out.hide();
        }
        if (i == pieces.length - 1) {
          out.show(ending(name));
        }
      } else {
        piece(name);
      }
      out.show(end);
    }
  }

  private void look(int i, boolean[] sure) {
    String name = name(i);
    int last = pieces.length - 1;
    if (allButFile && i < last && !name.isEmpty()) {
      hide(i, sure);
      return;
    }
    if (name.isEmpty() || name.equals(Masked.HIDDEN)) {
      return;
    }
    String plain = AddressMask.decoded(name);
    boolean nested = plain.startsWith(Masked.HIDDEN) || plain.contains("://");
    if (plain.indexOf('@') > 0 && !nested && !GROUP_OF_AKAMAI.matcher(plain).matches()) {
      hide(i, sure);
      if (i + 1 <= last && !(i + 1 == last && MEDIA.matcher(name(i + 1)).matches())) {
        hide(i + 1, sure);
      }
    }
    if (USER_AND_PASSWORD.matcher(plain).matches() && !nested) {
      hide(i, sure);
    }
    String before = i == 0 ? "" : AddressMask.decoded(name(i - 1)).toLowerCase(Locale.ROOT);
    if (TOKEN.contains(before) && !ID_AT_MOST.matcher(name).matches() && !MEDIA.matcher(name).matches()
        && !Words.isFolder(name)) {
      hide(i, sure);
    }
    if (before.equals("play") && !STREAM_NAME.matcher(name).matches() && !Words.isFolder(name) && i < last
        && (i + 1 == last && FORMS.contains(name(last)) || Guess.couldBePassword(name) && name.length() > 6)) {
      hide(i, sure);
    }
    if (i + 1 <= last) {
      pair(i, before, sure);
    }
  }

  /// User and password, one behind the other.
  private void pair(int i, String before, boolean[] sure) {
    String user = name(i);
    String password = name(i + 1);
    int last = pieces.length - 1;
    if (password.isEmpty() || isPublic(user) || isPublic(password)) {
      return;
    }
    boolean file = i + 1 == last;
    boolean media = file && MEDIA.matcher(password).matches();
    boolean numbered = i + 2 == last && ID.matcher(name(last)).matches();
    boolean list = i + 2 == last
        && (name(last).endsWith(".m3u") || name(last).indexOf('.') < 0 && !name(last).isEmpty());
    if (PANEL.contains(before) && !media || LIVE.contains(before) && (file && !media || list) || numbered) {
      hide(i, sure);
      hide(i + 1, sure);
    } else if (!file && user.length() >= 3 && !isAkamai(i) && guess.mayBeLogin(user, password)) {
      hidden[i] = true;
      hidden[i + 1] = true;
    }
  }

  /// `/hls/live/2033805/name/`: a number of the network.
  private boolean isAkamai(int i) {
    return i >= 2 && name(i - 1).equals("live") && name(i - 2).equals("hls");
  }

  private void hide(int i, boolean[] sure) {
    hidden[i] = true;
    sure[i] = true;
  }

  /// A piece that stands where anything may stand.
  private void piece(String name) {
    int parameters = name.indexOf('=');
    if (parameters > 0 || name.indexOf(';') >= 0) {
      parameters(name);
      return;
    }
    String plain = AddressMask.decoded(name);
    if (!plain.equals(name) && (plain.contains("://") || plain.indexOf('=') >= 0 || plain.indexOf('?') >= 0
        || plain.indexOf('%') >= 0)) {
      Masked masked = AddressMask.mask(plain, depth + 1);
      out.join(masked.toString().equals(plain) ? new Masked(0).show(name) : masked);
    } else if (!PICTURE.matcher(name).matches() && Randomness.looksRandom(withoutEnding(plain))) {
      out.show(Randomness.ends(withoutEnding(name))).show(ending(name));
    } else {
      out.show(name);
    }
  }

  /// `;jsessionid=…`, `hdntl=exp=…~hmac=…`.
  private void parameters(String name) {
    int semicolon = name.indexOf(';');
    int to = semicolon < 0 ? name.length() : semicolon;
    String first = name.substring(0, to);
    int equals = first.indexOf('=');
    if (equals <= 0) {
      if (!first.isEmpty()) {
        piece(first);
      }
    } else {
      new Parameters(out, depth).parameter(first);
    }
    if (semicolon >= 0) {
      out.show(";");
      parameters(name.substring(semicolon + 1));
    }
  }

  private String name(int i) {
    String piece = pieces[i];
    boolean slash = piece.endsWith("/") || piece.endsWith("\\");
    return slash ? piece.substring(0, piece.length() - 1) : piece;
  }

  private static boolean isPublic(String name) {
    return Words.isFolder(name) || STREAM_NAME.matcher(name).matches() || name.indexOf('=') >= 0 || name.isEmpty();
  }

  private static String withoutEnding(String name) {
    return name.substring(0, name.length() - ending(name).length());
  }

  private static String ending(String name) {
    var ending = ENDING.matcher(name);
    return ending.find() && ending.start() > 0 ? ending.group() : "";
  }
}
