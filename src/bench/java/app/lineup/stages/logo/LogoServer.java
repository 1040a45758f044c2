package app.lineup.stages.logo;

import app.lineup.model.Channel;
import app.lineup.model.KnownField;
import app.lineup.model.NumberedChannel;
import app.lineup.model.Origin;
import app.lineup.model.Places;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;

/// A server of pictures on this machine, whose addresses say how it is: fast, slow (50 ms an answer) or broken (404, HTML,
/// hanging up). Five names of the machine stand for five servers.
final class LogoServer implements AutoCloseable {

  private static final Origin ORIGIN = new Origin("list", "m3u", "list", "", Map.of());
  private static final int HOSTS = 5;
  private static final int PICTURE_BYTES = 8_000;
  private static final byte[] PAGE = "<html><body>moved</body></html>".getBytes(StandardCharsets.US_ASCII);

  private final HttpServer server;

  LogoServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 200);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", LogoServer::answer);
    server.start();
  }

  /// So many channels, each with a logo of its own.
  ///
  /// @param kind `fast`, `slow` or `broken`
  List<NumberedChannel> channels(String kind, int logos) {
    int port = server.getAddress().getPort();
    List<NumberedChannel> channels = new ArrayList<>(logos);
    for (int i = 0; i < logos; i++) {
      channels.add(channel("http://127.0.0." + (1 + i % HOSTS) + ":" + port + "/" + kind + "/" + i));
    }
    return channels;
  }

  private static NumberedChannel channel(String logo) {
    int[] places = new int[Places.OTHERS];
    Arrays.fill(places, -1);
    places[Places.FLAGS] = 0;
    return new NumberedChannel(new Channel(new byte[0], places, ORIGIN).with(KnownField.TVG_LOGO, logo), null);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
      if (path.startsWith("/slow")) {
        Thread.sleep(50);
      }
      int way = path.startsWith("/broken") ? number / HOSTS % 3 : 3;
      switch (way) {
        case 0 -> exchange.sendResponseHeaders(404, -1);
        case 1 -> send(exchange, PAGE);
        case 2 -> throw new IOException("hangs up");
        default -> send(exchange, picture(number));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] picture(int number) {
    byte[] picture = new byte[PICTURE_BYTES];
    new Random(number).nextBytes(picture);
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, 0, picture, 0, 8);
    return picture;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
