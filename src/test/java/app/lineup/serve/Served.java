package app.lineup.serve;

import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A server on loopback with the file it serves, and clients for it.
final class Served implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-08T10:00:00Z");
  static final Instant WRITTEN = Instant.parse("2026-03-06T08:49:37.5Z");
  static final Token TOKEN = new Token("a-token-for-tests");

  final Path file;
  final PlaylistServer server;
  final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final BlockingQueue<Fetch> heard = new LinkedBlockingQueue<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(20)).build();

  Served(Path folder) throws PipelineException {
    this(folder, Senders.Limits.USUAL);
  }

  Served(Path folder, Senders.Limits limits) throws PipelineException {
    file = folder.resolve("tv.m3u");
    var plan = new ServePlan(file, InetAddress.getLoopbackAddress(), 0, TOKEN);
    server = PlaylistServer.start(plan, threads, InstantSource.fixed(NOW), heard::add, limits);
  }

  /// Replaces the file the way a run does.
  void publish(byte[] content) throws IOException {
    publish(content, WRITTEN);
  }

  void publish(byte[] content, Instant written) throws IOException {
    Path part = Files.write(file.resolveSibling("tv.m3u.part"), content);
    Files.setLastModifiedTime(part, FileTime.from(written));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  URI address() {
    return server.addresses().getFirst();
  }

  HttpResponse<byte[]> get(String... headers) throws IOException, InterruptedException {
    return send("GET", address(), headers);
  }

  HttpResponse<byte[]> send(String method, URI address, String... headers) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20))
        .method(method, HttpRequest.BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /// Asks for the playlist on a connection of its own with hardly any room, and reads nothing but the headers.
  Socket ask() throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress(address().getHost(), address().getPort()));
    socket.getOutputStream().write(("GET " + address().getPath() + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    int seen = 0;
    while (seen != 0x0d0a0d0a) {
      seen = seen << 8 | in.read();
    }
    return socket;
  }

  Fetch nextFetch() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
