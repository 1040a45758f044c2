package app.lineup.io.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which servers are in a private network or on this machine: what a list from elsewhere names there is left alone, or
/// any list could ask the user's router and printers. Thread-safe; names are looked up once.
public final class PrivateHosts {

  private static final int MOST = 10_000;

  private final Map<String, Boolean> known = new ConcurrentHashMap<>();
  private final Lookup lookup;

  /// With the names of the system.
  public PrivateHosts() {
    this(InetAddress::getAllByName);
  }

  PrivateHosts(Lookup lookup) {
    this.lookup = lookup;
  }

  /// Whether the server of `uri` is one of those; a name that nobody knows is none.
  public boolean isPrivate(URI uri) {
    String host = uri.getHost();
    if (host == null) {
      return false;
    }
    Boolean before = known.get(host);
    if (before != null) {
      return before;
    }
    boolean found = look(host);
    if (known.size() < MOST) {
      known.put(host, found);
    }
    return found;
  }

  private boolean look(String host) {
    try {
      for (InetAddress address : lookup.addresses(host)) {
        if (isPrivate(address)) {
          return true;
        }
      }
      return false;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isPrivate(InetAddress address) {
    if (address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
        || address.isSiteLocalAddress() || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    // This network, and what providers share among their customers; unique local addresses.
    return bytes.length == 4 ? first == 0 || first == 100 && (second & 0xC0) == 64 : (first & 0xFE) == 0xFC;
  }

  /// Looks up a name.
  @FunctionalInterface
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }
}
