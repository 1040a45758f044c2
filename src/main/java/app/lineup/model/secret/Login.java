package app.lineup.model.secret;

/// Where `user:password@` ends in an address. A password may hold whatever a user typed into it: the last `@` before
/// the path ends it, and where the path seems to begin within the password, a later one.
///
/// @param end      the `@`, −1 where there is no login
/// @param mayGoOn  whether the password may go on behind that
record Login(int end, boolean mayGoOn) {

  private static final Login NONE = new Login(-1, false);
  private static final int LONGEST_PORT = 5;

  boolean isThere() {
    return end >= 0;
  }

  /// @param from where the scheme ends
  static Login in(String address, int from) {
    int authority = from;
    while (authority < address.length() && "/?#".indexOf(address.charAt(authority)) < 0) {
      authority++;
    }
    int at = address.lastIndexOf('@', authority - 1);
    if (at == from) {
      // udp://@239.0.0.1: the address of a group.
      return NONE;
    }
    if (at > from) {
      int later = isHost(address, at + 1) ? -1 : lastBeforeHost(address, at);
      return later > at ? new Login(later, true) : new Login(at, false);
    }
    int colon = address.indexOf(':', from);
    if (colon < 0 || colon >= authority || colon == from || address.charAt(from) == '[') {
      return NONE;
    }
    boolean port = isPort(address, colon + 1, authority);
    if (port && isHost(address, from)) {
      return NONE;
    }
    int later = lastBeforeHost(address, colon);
    if (later < 0 && !port) {
      later = address.lastIndexOf('@');
    }
    return later > colon ? new Login(later, true) : NONE;
  }

  /// The last `@` behind `from` that a host follows, −1 where there is none.
  private static int lastBeforeHost(String address, int from) {
    int at = address.lastIndexOf('@');
    while (at > from && !isHost(address, at + 1)) {
      at = address.lastIndexOf('@', at - 1);
    }
    return at > from ? at : -1;
  }

  /// Whether what stands there can only be a host: it has a dot or a port, or is this machine.
  private static boolean isHost(String address, int from) {
    if (from < address.length() && address.charAt(from) == '[') {
      return true;
    }
    int to = from;
    while (to < address.length() && "/?#:|".indexOf(address.charAt(to)) < 0) {
      char c = address.charAt(to);
      if (c == '@' || c <= ' ' || "\"'<>&=".indexOf(c) >= 0) {
        return false;
      }
      to++;
    }
    String host = address.substring(from, to);
    int end = to;
    while (end < address.length() && "/?#|".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    if (to < address.length() && address.charAt(to) == ':' && end == to + 1 + digits(address, to + 1)) {
      boolean behindLogin = end > to + 1 && address.lastIndexOf('@', from) == from - 1;
      return host.contains(".") || host.equals("localhost") || behindLogin;
    }
    return to == end && (host.indexOf('.') > 0 || host.equalsIgnoreCase("localhost"));
  }

  private static int digits(String text, int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
      to++;
    }
    return to - from;
  }

  static boolean isPort(String text, int from, int to) {
    return to - from <= LONGEST_PORT && digits(text, from) >= to - from;
  }
}
