package app.lineup.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Answers requests: the playlist to who knows its path, the same refusal to everybody else. Thread-safe.
final class PlaylistHandler implements HttpHandler {

  private static final String TYPE = "audio/x-mpegurl; charset=utf-8";
  private static final int RETRY_SECONDS = 10;
  /// Quick for a few clients. Behind each piece the JDK's server holds three times as much.
  private static final int PIECE_BYTES = 16 * 1024;
  /// With the headers less than what the JDK's server holds anyway, for clients that come when many are there.
  private static final int SMALL_PIECE_BYTES = 2 * 1024;
  private static final int MANY = 64;

  private final Publication publication;
  private final Token token;
  private final FetchLog log;
  private final InstantSource clock;
  private final Senders senders;
  private final Pause pause;
  private final Guesses guesses = new Guesses();
  private final AtomicInteger underWay = new AtomicInteger();

  /// How a guesser is made to wait.
  @FunctionalInterface
  interface Pause {
    void take(Duration time) throws InterruptedException;
  }

  /// @param senders end what does not move on
  /// @param pause   makes the thread that answers wait
  PlaylistHandler(Publication publication, Token token, FetchLog log, InstantSource clock, Senders senders,
      Pause pause) {
    this.publication = publication;
    this.token = token;
    this.log = log;
    this.clock = clock;
    this.senders = senders;
    this.pause = pause;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Instant at = clock.instant();
    long begun = System.nanoTime();
    String client = exchange.getRemoteAddress().getAddress().getHostAddress();
    underWay.incrementAndGet();
    Senders.Sender sender = senders.begin(client);
    var response = new Response(exchange, sender::sent);
    try (exchange; sender) {
      if (token.opens(exchange.getRequestURI().getRawPath())) {
        answer(exchange, response);
      } else {
        pause.take(guesses.pauseOf(client, at));
        response.say(404, "Not found.");
      }
    } catch (InterruptedException e) {
      // The server is being closed, or there are too many.
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
      String agent = exchange.getRequestHeaders().getFirst("User-Agent");
      log.add(new Fetch(at, client, agent == null ? "" : agent, response.status(), response.bytes(),
          Duration.ofNanos(System.nanoTime() - begun), response.isComplete()));
    }
  }

  private void answer(HttpExchange exchange, Response response) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      response.with("Allow", "GET, HEAD").say(405, "The playlist can only be read.");
      return;
    }
    OpenPlaylist playlist = open();
    if (playlist == null) {
      response.with("Retry-After", Integer.toString(RETRY_SECONDS))
          .say(503, "The playlist cannot be read at the moment. Try again in a while.");
      return;
    }
    try (playlist) {
      answer(exchange.getRequestHeaders(), method.equals("GET"), playlist, response);
    }
  }

  private @Nullable OpenPlaylist open() {
    try {
      return publication.open();
    } catch (IOException e) {
      // It is not there, may not be read, or is being written to: the same to a client.
      return null;
    }
  }

  /// @param ranges whether the method knows ranges
  private void answer(Headers request, boolean ranges, OpenPlaylist playlist, Response response) throws IOException {
    boolean ranged = ranges && request.containsKey("Range");
    boolean packed = !ranged && AcceptedEncoding.prefersGzip(request.get("Accept-Encoding"));
    Instant modified = playlist.modified(clock.instant());
    response.with("Vary", "Accept-Encoding").with("Cache-Control", "private, no-cache");
    if (modified != null) {
      response.with("Last-Modified", HttpDate.format(modified));
    }
    if (Conditions.fail(request, playlist.tag(packed), modified)) {
      response.with("ETag", playlist.tag(packed)).say(412, "The playlist is another one by now.");
      return;
    }
    if (Conditions.unchanged(request, playlist.tag(packed), modified)) {
      response.with("ETag", playlist.tag(packed)).end(304);
      return;
    }
    response.with("Content-Type", TYPE).with("X-Content-Type-Options", "nosniff");
    Slice gzip = packed ? playlist.packed() : null;
    if (gzip != null) {
      response.with("ETag", playlist.tag(true)).with("Content-Encoding", "gzip").send(200, gzip, pieceBytes());
      return;
    }
    String tag = playlist.tag(false);
    response.with("ETag", tag).with("Accept-Ranges", "bytes");
    boolean cut = ranged && Conditions.rangeFits(request, tag, modified);
    plain(cut ? Range.of(request.getFirst("Range"), playlist.size()) : new Range.Whole(), playlist, response);
  }

  private int pieceBytes() {
    return underWay.get() > MANY ? SMALL_PIECE_BYTES : PIECE_BYTES;
  }

  private void plain(Range range, OpenPlaylist playlist, Response response) throws IOException {
    switch (range) {
      case Range.Whole() -> response.send(200, playlist.all(), pieceBytes());
      case Range.Part(long from, long length) -> {
        String place = "bytes " + from + "-" + (from + length - 1) + "/" + playlist.size();
        response.with("Content-Range", place).send(206, playlist.part(from, length), pieceBytes());
      }
      case Range.Beyond() -> response.with("Content-Range", "bytes */" + playlist.size())
          .say(416, "The playlist is shorter than that.");
    }
  }
}
