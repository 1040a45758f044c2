package app.lineup.pipeline.logo;

import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server of pictures on this machine, whose addresses say how it is: fast, slow (50 ms an answer) or broken (404,
/// HTML, hanging up). Five names of the machine stand for five servers. It keeps connections and does as little as a
/// server can: that of the JDK takes longer for an answer than what is measured here takes for the logo.
///
/// Run by itself, on port [#PORT], it leaves its computing out of what the measuring process takes.
final class LogoServer implements AutoCloseable {

  static final int PORT = 18_080;

  private static final Origin ORIGIN = new Origin("list", "m3u", "list", "", Map.of());
  private static final int HOSTS = 5;
  private static final int PICTURE_BYTES = 8_000;
  private static final byte[] PAGE = "<html><body>moved</body></html>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param port 0 for any that is free
  LogoServer(int port) throws IOException {
    listening = new ServerSocket(port, 200, InetAddress.getByName("0.0.0.0"));
    threads.execute(this::accept);
  }

  /// Serves until it is killed.
  public static void main(String[] arguments) throws Exception {
    try (var server = new LogoServer(PORT)) {
      System.out.println("pictures on port " + server.port());
      Thread.currentThread().join();
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /// So many channels, each with a logo of its own.
  ///
  /// @param kind `fast`, `slow` or `broken`
  static List<NumberedChannel> channels(int port, String kind, int logos) {
    List<NumberedChannel> channels = new ArrayList<>(logos);
    for (int i = 0; i < logos; i++) {
      channels.add(channel("http://127.0.0." + (1 + i % HOSTS) + ":" + port + "/" + kind + "/" + i));
    }
    return channels;
  }

  private static NumberedChannel channel(String logo) {
    int[] places = new int[EntryLayout.OTHERS];
    Arrays.fill(places, -1);
    places[EntryLayout.FLAGS] = 0;
    return new NumberedChannel(new Channel(new byte[0], places, ORIGIN).with(KnownField.TVG_LOGO, logo), null);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      assert listening.isClosed() : e;
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      for (String line = in.readLine(); line != null && answer(line, socket.getOutputStream()); line = in.readLine()) {
        for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
          // Nobody asks for anything special.
        }
      }
    } catch (IOException _) {
      // The reader hung up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether the connection is kept
  private static boolean answer(String line, OutputStream out) throws IOException, InterruptedException {
    String path = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    if (path.startsWith("/slow")) {
      Thread.sleep(50);
    }
    int way = path.startsWith("/broken") ? number / HOSTS % 3 : 3;
    switch (way) {
      case 0 -> out.write(message("404 Not Found", new byte[0]));
      case 1 -> out.write(message("200 OK", PAGE));
      case 2 -> {
        return false;
      }
      default -> out.write(message("200 OK", picture(number)));
    }
    return true;
  }

  private static byte[] message(String status, byte[] body) {
    byte[] head = ("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length + "\r\nETag: \"1\"\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
  }

  private static byte[] picture(int number) {
    return ByteBuffer.allocate(PICTURE_BYTES).put(PNG).putInt(number).array();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
