package app.lineup.provider.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// A connection to a server over http in the clear, for one exchange after the other. Confined to one thread at a time, whose
/// interruption closes it.
final class PlainConnection implements AutoCloseable {

  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int MOST_LINE_BYTES = 16 * 1024;

  private final SocketChannel channel;
  private final InputStream in;
  private final FetchLimits limits;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int to;
  private Deadline deadline;
  private boolean answering;

  private PlainConnection(SocketChannel channel, FetchLimits limits, Deadline deadline) throws IOException {
    this.channel = channel;
    this.in = channel.socket().getInputStream();
    this.limits = limits;
    this.deadline = deadline;
  }

  /// @throws SocketTimeoutException if the server does not accept it in time
  static PlainConnection open(String host, int port, FetchLimits limits, Deadline deadline) throws IOException {
    var address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      // A channel rather than a socket: that one cannot be interrupted on every thread.
      channel.socket().connect(address, millis(deadline.atMost(limits.connect())));
      return new PlainConnection(channel, limits, deadline);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Sends a request. All that is read from here on belongs to its answer.
  void send(byte[] request, Deadline until) throws IOException {
    deadline = until;
    answering = false;
    channel.socket().getOutputStream().write(request);
  }

  /// Whether anything of the answer has come.
  boolean isAnswering() {
    return answering;
  }

  /// A line without its end.
  String line() throws IOException {
    var begun = new StringBuilder();
    while (true) {
      for (int i = from; i < to; i++) {
        if (buffer[i] == '\n') {
          begun.append(new String(buffer, from, i - from, StandardCharsets.ISO_8859_1));
          from = i + 1;
          int end = begun.length();
          return end > 0 && begun.charAt(end - 1) == '\r' ? begun.substring(0, end - 1) : begun.toString();
        }
      }
      begun.append(new String(buffer, from, to - from, StandardCharsets.ISO_8859_1));
      from = to;
      if (begun.length() > MOST_LINE_BYTES) {
        throw new IOException("this is no answer of a web server");
      }
      if (!fill()) {
        throw new EOFException("the connection ended");
      }
    }
  }

  /// At most so many bytes, as many as are there; empty at the end of the connection.
  byte[] some(long most) throws IOException {
    if (from == to && !fill()) {
      return new byte[0];
    }
    int count = (int) Math.min(most, to - from);
    from += count;
    return Arrays.copyOfRange(buffer, from - count, from);
  }

  /// Just these bytes.
  byte[] exactly(int count) throws IOException {
    byte[] bytes = new byte[count];
    int there = Math.min(count, to - from);
    System.arraycopy(buffer, from, bytes, 0, there);
    from += there;
    while (there < count) {
      int read = read(bytes, there, count - there);
      if (read < 0) {
        throw new EOFException("the connection ended");
      }
      there += read;
    }
    return bytes;
  }

  /// Whether nothing has come but what was read.
  boolean isDrained() {
    return from == to;
  }

  private boolean fill() throws IOException {
    int read = read(buffer, 0, buffer.length);
    from = 0;
    to = Math.max(0, read);
    return read >= 0;
  }

  private int read(byte[] into, int offset, int length) throws IOException {
    Duration limit = answering ? limits.stall() : limits.firstByte();
    channel.socket().setSoTimeout(millis(deadline.atMost(limit)));
    try {
      int read = in.read(into, offset, length);
      answering |= read > 0;
      if (!deadline.isPast()) {
        return read;
      }
    } catch (SocketTimeoutException e) {
      throw late(answering ? limits.stall() : limits.firstByte());
    }
    throw late(limits.total());
  }

  private TimeLimitException late(Duration limit) {
    return new TimeLimitException(deadline.isPast()
        ? "the download took longer than " + Wording.of(limits.total())
        : "nothing came for " + Wording.of(limit));
  }

  /// 0 would mean for ever.
  private static int millis(Duration limit) {
    return (int) Math.max(1, limit.toMillis());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
