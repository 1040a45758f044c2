package app.lineup.serve;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// The addresses to type into a player.
final class Addresses {

  private Addresses() {}

  /// One for each way to reach the server from other machines, or the one it listens at.
  static List<URI> of(InetSocketAddress bound, Token token) {
    InetAddress at = bound.getAddress();
    List<InetAddress> hosts = at.isAnyLocalAddress() ? reachable() : List.of(at);
    return hosts.stream().map(host -> URI.create("http://" + text(host) + ":" + bound.getPort() + token.path()))
        .toList();
  }

  private static List<InetAddress> reachable() {
    List<InetAddress> found;
    try {
      found = NetworkInterface.networkInterfaces().filter(Addresses::isUsed).flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLinkLocalAddress()).distinct().toList();
    } catch (SocketException e) {
      found = List.of();
    }
    return found.isEmpty() ? List.of(InetAddress.getLoopbackAddress()) : shortFirst(found);
  }

  private static List<InetAddress> shortFirst(List<InetAddress> found) {
    return Stream.concat(found.stream().filter(address -> !(address instanceof Inet6Address)),
        found.stream().filter(Inet6Address.class::isInstance)).toList();
  }

  private static boolean isUsed(NetworkInterface card) {
    try {
      return card.isUp() && !card.isLoopback();
    } catch (SocketException e) {
      return false;
    }
  }

  private static String text(InetAddress host) {
    String text = host.getHostAddress();
    int scope = text.indexOf('%');
    String bare = scope < 0 ? text : text.substring(0, scope);
    return host instanceof Inet6Address ? "[" + bare + "]" : bare;
  }
}
