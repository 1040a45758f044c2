package app.lineup.model.secret;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One address, part by part: login, host, path, parameters, fragment, headers behind a bar, options behind a blank.
/// Host and file stay. Not thread-safe; used for one address.
final class AddressMask {

  private static final int DEEPEST = 4;
  private static final Pattern OPTION = Pattern.compile("\\s+(?=[\\w.-]+=)");

  private final Masked out;
  private final int depth;

  private AddressMask(Masked out, int depth) {
    this.out = out;
    this.depth = depth;
  }

  /// All of `address` as it may be shown.
  static Masked mask(String address) {
    return mask(address, 0);
  }

  static Masked mask(String address, int depth) {
    var out = new Masked(address.length());
    new AddressMask(out, depth).all(address);
    return out;
  }

  /// What stands behind a login that has no scheme before it: it begins with the host.
  static Masked maskHost(String address) {
    var out = new Masked(address.length());
    var mask = new AddressMask(out, 0);
    int path = firstOf(address, "/?#|", 0, address.length());
    mask.hostName(address.substring(0, path));
    mask.behindHost(address.substring(0, path), address, path, false);
    return out;
  }

  private void all(String address) {
    if (depth > DEEPEST) {
      out.hide();
      return;
    }
    int scheme = address.indexOf("://");
    int from = scheme < 0 ? address.startsWith("//") ? 2 : 0 : scheme + 3;
    Login login = Login.in(address, from);
    out.show(address, 0, from);
    int host = from;
    if (login.isThere()) {
      out.hideLogin().show("@");
      host = login.end() + 1;
    }
    boolean folder = scheme < 0 && from == 0 && !login.isThere() && !isHost(address);
    int path = folder ? host : firstOf(address, "/\\;?#|", host, address.length());
    hostName(address.substring(host, path));
    behindHost(address.substring(host, path), address, path, login.mayGoOn());
  }

  private void behindHost(String host, String address, int path, boolean loginMayGoOn) {
    int bar = address.indexOf('|', path);
    int to = bar < 0 ? address.length() : bar;
    Matcher option = OPTION.matcher(address).region(path, to);
    if (option.find()) {
      to = option.start();
    }
    int pathEnd = firstOf(address, "?#", path, to);
    new LoginPath(out, depth, loginMayGoOn).mask(host, address.substring(path, pathEnd));
    rest(address, pathEnd, to);
    if (to < address.length() && address.charAt(to) == '|') {
      new Headers(out, depth).mask(address.substring(to));
    } else if (to < address.length()) {
      new Parameters(out, depth).options(address.substring(to), OPTION);
    }
  }

  /// A host; where what stands behind its colon is no port, that is the password of a login cut short.
  private void hostName(String host) {
    int colon = host.startsWith("[") ? host.indexOf(':', Math.max(0, host.indexOf(']'))) : host.indexOf(':');
    int at = host.toUpperCase(Locale.ROOT).lastIndexOf("%40");
    if (at >= 0) {
      out.hideLogin().show("@").show(host, at + 3, host.length());
    } else if (colon < 0 || Login.isPort(host, colon + 1, host.length())) {
      out.show(host);
    } else {
      out.show(host, 0, colon + 1).hideLogin();
    }
  }

  /// Parameters and fragment.
  private void rest(String address, int from, int to) {
    int at = from;
    while (at < to) {
      int next = address.charAt(at) == '?' ? firstOf(address, "#", at + 1, to) : to;
      out.show(address, at, at + 1);
      new Parameters(out, depth).mask(address.substring(at + 1, next));
      at = next;
    }
  }

  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /// Whether an address without a scheme begins with a host rather than with a folder.
  private static boolean isHost(String address) {
    int slash = address.indexOf('/');
    return slash > 0 && address.substring(0, slash).matches("[\\w-]+(?:\\.[\\w-]+)+(?::\\d{1,5})?");
  }

  private static int firstOf(String text, String signs, int from, int to) {
    for (int i = from; i < to; i++) {
      if (signs.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return to;
  }
}
