package app.lineup.stages.logo;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.model.Channel;
import app.lineup.model.KnownField;
import app.lineup.model.LogoEnrichedChannel;
import app.lineup.model.LogoPlan;
import app.lineup.model.LogoStatistics;
import app.lineup.model.NumberedChannel;
import app.lineup.model.Origin;
import app.lineup.model.Places;
import app.lineup.stages.TestContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;

/// How many logos a second each strategy of Logo Prefetch looks after, with servers on this machine that are fast, slow
/// (50 ms an answer) and broken (404, HTML, hanging up). Five names of the machine stand for five servers.
/// Arguments: a folder for caches, how many logos of the fast servers (of the others a tenth).
final class LogoTimes {

  private static final Origin ORIGIN = new Origin("list", "m3u", "list", "", Map.of());
  private static final int HOSTS = 5;
  private static final int PICTURE_BYTES = 8_000;
  private static final byte[] PAGE = "<html><body>moved</body></html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private LogoTimes() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 200);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", LogoTimes::answer);
    server.start();
    int port = server.getAddress().getPort();
    try {
      measure(folder, "warm-up", port, "fast", count, 0, true);
      System.out.println("server strategy logos seconds logos/s | cached fetched failed not-asked");
      for (String kind : List.of("fast", "slow", "broken")) {
        int logos = kind.equals("fast") ? count : count / 10;
        measure(folder, kind + "-concurrent", port, kind, logos, 0, true);
        measure(folder, kind + "-sequential", port, kind, logos, 1, true);
      }
      measure(folder, "fast-concurrent", port, "fast", count, 0, true);
      measure(folder, "fast-concurrent", port, "fast", count, 0, false);
      measure(folder, "nothing", port, "fast", count, 0, false);
      measure(folder, "nothing", port, "fast", count, 3, true);
    } finally {
      server.stop(0);
    }
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

  private static void measure(
      Path folder, String cache, int port, String kind, int logos, int which, boolean asksServers) throws Exception {
    List<NumberedChannel> channels = new ArrayList<>(logos);
    for (int i = 0; i < logos; i++) {
      channels.add(channel("http://127.0.0." + (1 + i % HOSTS) + ":" + port + "/" + kind + "/" + i));
    }
    long begun = System.nanoTime();
    String name;
    LogoStatistics seen;
    try (LogoRun run = LogoRun.open(new LogoPlan.On(Files.createDirectories(folder).resolve(cache), 1L << 32, asksServers))) {
      StageStrategy<NumberedChannel, LogoEnrichedChannel> strategy = run.strategies().get(which);
      name = strategy.profile().name();
      try (var workers = Executors.newSingleThreadExecutor();
          var iterator = strategy.attach(
              PipelineIterator.of(channels), TestContext.of(workers, 1))) {
        while (iterator.nextChunk(2000) instanceof IteratorResult.Items) {
          Thread.onSpinWait();
        }
      }
      seen = run.statistics();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("%s %s %d %.2f %.0f | %d %d %d %d%n", cache, name, logos, seconds, logos / seconds,
        seen.hits(), seen.fetched(), seen.failures(), seen.notAsked());
  }

  private static NumberedChannel channel(String logo) {
    int[] places = new int[Places.OTHERS];
    Arrays.fill(places, -1);
    places[Places.FLAGS] = 0;
    return new NumberedChannel(new Channel(new byte[0], places, ORIGIN).with(KnownField.TVG_LOGO, logo), null);
  }
}
