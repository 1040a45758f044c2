package app.lineup.io.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/// A web server on loopback that writes, byte for byte, what a test wants it to. Thread-safe.
public final class LocalServer implements AutoCloseable {

  /// What it got.
  public record Request(String line, Map<String, String> headers) {
    /// The path and query asked for.
    public String path() {
      int from = line.indexOf(' ') + 1;
      return line.substring(from, line.indexOf(' ', from));
    }
  }

  /// What it does about it; the connection is closed afterwards.
  @FunctionalInterface
  public interface Answer {
    void write(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket listening;
  private final String scheme;
  private final Answer answer;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LocalServer(ServerSocket listening, String scheme, Answer answer) {
    this.listening = listening;
    this.scheme = scheme;
    this.answer = answer;
  }

  /// Serves http.
  public static LocalServer start(Answer answer) throws IOException {
    return serving(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", answer);
  }

  static LocalServer startTls(SSLContext context, Answer answer) throws IOException {
    var listening = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return serving(listening, "https", answer);
  }

  /// An answer with its length.
  public static Answer answer(int status, byte[] body, String... headers) {
    return (request, out) -> {
      out.write(head(status, "Content-Length: " + body.length, String.join("\r\n", headers)));
      out.write(body);
    };
  }

  /// An answer with its length.
  public static Answer answer(int status, String body, String... headers) {
    return answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static byte[] head(int status, String... headers) {
    var head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header.isEmpty() ? "" : header + "\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static LocalServer serving(ServerSocket listening, String scheme, Answer answer) {
    var server = new LocalServer(listening, scheme, answer);
    server.threads.execute(server::accept);
    return server;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      assert listening.isClosed() : e;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = in.readLine();
      if (line == null) {
        return;
      }
      Map<String, String> headers = new TreeMap<>();
      for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
        int colon = header.indexOf(':');
        if (colon < 0) {
          socket.getOutputStream().write(head(400));
          return;
        }
        headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
      }
      var request = new Request(line, headers);
      requests.add(request);
      answer.write(request, socket.getOutputStream());
    } catch (IOException e) {
      // The client hung up, which is what many of the tests are about.
      requests.add(new Request("gone " + e.getMessage(), Map.of()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Keeps the connection open and silent until the server is closed.
  void hold() throws InterruptedException {
    closing.await();
  }

  /// An address on this server.
  public URI uri(String path) {
    return URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort() + path);
  }

  /// What was asked, in order.
  public List<Request> requests() {
    return requests.stream().filter(request -> !request.line().startsWith("gone")).toList();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listening.close();
    threads.shutdownNow();
  }
}
