package app.lineup.io.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Locale;
import java.util.stream.Stream;

/// Knows that every name below `localhost` is this machine (RFC 6761), as browsers and curl do, where not every system
/// does; asks the system for all others. Thread-safe.
public final class LocalNames extends InetAddressResolverProvider {

  /// Made by the JDK.
  public LocalNames() {}

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new Resolver(configuration.builtinResolver());
  }

  @Override
  public String name() {
    return "names below localhost";
  }

  private record Resolver(InetAddressResolver system) implements InetAddressResolver {

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
      return host.toLowerCase(Locale.ROOT).endsWith(".localhost")
          ? Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}))
          : system.lookupByName(host, policy);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      return system.lookupByAddress(address);
    }
  }
}
