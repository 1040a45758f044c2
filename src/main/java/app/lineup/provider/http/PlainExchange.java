package app.lineup.provider.http;

import app.lineup.problem.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// One request over http in the clear and its answer, read to its end. Not thread-safe; used by one thread.
///
/// The JDK's client takes 200 µs of computing for that, this takes 20 (decision 30); it does only what small documents need.
final class PlainExchange {

  private static final int PORT = 80;

  private final PlainConnections connections;
  private final FetchLimits limits;
  private final Failures failures;
  private final Deadline deadline;

  PlainExchange(PlainConnections connections, FetchLimits limits, Failures failures, Deadline deadline) {
    this.connections = connections;
    this.limits = limits;
    this.failures = failures;
    this.deadline = deadline;
  }

  /// Asks; empty where the way leads through a proxy, which is none of this one's business.
  ///
  /// @throws PipelineException    if no answer came, or not to its end
  /// @throws InterruptedException if the thread was interrupted
  Optional<SmallAnswer> ask(URI uri, byte[] request) throws PipelineException, InterruptedException {
    String host = uri.getHost();
    int port = uri.getPort() < 0 ? PORT : uri.getPort();
    try {
      for (var kept = connections.kept(host, port); kept.isPresent(); kept = connections.kept(host, port)) {
        PlainConnection connection = kept.get();
        try {
          return Optional.of(ask(connection, host, port, request));
        } catch (IOException e) {
          if (connection.isAnswering() || e instanceof ClosedByInterruptException || e instanceof TimeLimitException) {
            throw e;
          }
          // The server has hung up meanwhile: the next connection may still stand.
        }
      }
      if (!isDirect(uri)) {
        return Optional.empty();
      }
      return Optional.of(ask(connections.open(host, port, deadline), host, port, request));
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      var cancelled = new InterruptedException("download cancelled");
      cancelled.initCause(e);
      throw cancelled;
    } catch (TimeLimitException e) {
      throw failures.broken(0, e);
    } catch (IOException e) {
      throw failures.noConnection(uri, e);
    }
  }

  private static boolean isDirect(URI uri) {
    ProxySelector selector = ProxySelector.getDefault();
    return selector == null || selector.select(uri).stream().allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
  }

  private SmallAnswer ask(PlainConnection connection, String host, int port, byte[] request)
      throws IOException, PipelineException {
    boolean whole = false;
    try {
      connection.send(request, deadline);
      PlainHead head = PlainHead.read(connection);
      Optional<byte[]> body = head.hasBody() ? body(connection, head) : Optional.of(new byte[0]);
      // What has no length ends with the connection.
      boolean ended = head.hasBody() && !head.chunked() && head.lengthBytes() < 0;
      whole = body.isPresent() && head.keeps() && !ended && connection.isDrained();
      return new SmallAnswer(head.status(), head.location(), reply(head, body));
    } finally {
      if (whole) {
        connections.giveBack(host, port, connection);
      } else {
        connection.close();
      }
    }
  }

  /// The body; empty where it is larger than it may be.
  private Optional<byte[]> body(PlainConnection connection, PlainHead head) throws IOException {
    if (head.chunked()) {
      return chunks(connection);
    }
    if (head.lengthBytes() > limits.maxBytes()) {
      return Optional.empty();
    }
    if (head.lengthBytes() >= 0) {
      return Optional.of(connection.exactly((int) head.lengthBytes()));
    }
    var bytes = new ByteArrayOutputStream();
    for (byte[] some = connection.some(Long.MAX_VALUE); some.length > 0; some = connection.some(Long.MAX_VALUE)) {
      bytes.writeBytes(some);
      if (bytes.size() > limits.maxBytes()) {
        return Optional.empty();
      }
    }
    return Optional.of(bytes.toByteArray());
  }

  private Optional<byte[]> chunks(PlainConnection connection) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (long length = chunk(connection); length > 0; length = chunk(connection)) {
      if (bytes.size() + length > limits.maxBytes()) {
        return Optional.empty();
      }
      bytes.writeBytes(connection.exactly((int) length));
      if (!connection.line().isEmpty()) {
        throw new IOException("the server's answer is longer than it said");
      }
    }
    while (!connection.line().isEmpty()) {
      // What is said after the body.
    }
    return Optional.of(bytes.toByteArray());
  }

  private static long chunk(PlainConnection connection) throws IOException {
    String line = connection.line();
    int end = line.indexOf(';');
    String digits = (end < 0 ? line : line.substring(0, end)).strip();
    if (!digits.matches("[0-9A-Fa-f]{1,12}")) {
      throw new IOException("the server does not say clearly how long its answer is");
    }
    return Long.parseLong(digits, 16);
  }

  private Reply reply(PlainHead head, Optional<byte[]> body) throws IOException, PipelineException {
    if (head.status() / 100 != 2) {
      return new Reply.Refused(head.status());
    }
    Optional<byte[]> bytes = body.isEmpty() ? body : unpacked(head.encoding(), body.get());
    return bytes.<Reply>map(whole -> new Reply.Whole(whole, head.validators())).orElseGet(Reply.TooLarge::new);
  }

  private Optional<byte[]> unpacked(String encoding, byte[] body) throws IOException, PipelineException {
    return switch (encoding) {
      case "", "identity", "none" -> Optional.of(body);
      case "gzip", "x-gzip" -> {
        // Servers that only say gzip exist; what they send is taken as it is.
        boolean packed = body.length >= 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        yield packed ? gunzipped(body) : Optional.of(body);
      }
      default -> throw failures.encoded(encoding);
    };
  }

  private Optional<byte[]> gunzipped(byte[] body) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limits.maxBytes() + 1));
      return bytes.length > limits.maxBytes() ? Optional.empty() : Optional.of(bytes);
    }
  }
}
