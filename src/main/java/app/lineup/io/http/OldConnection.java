package app.lineup.io.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/// One request over the JDK's older connection, which knows hosts that its newer client refuses. Thread-safe: made for
/// one request; it works on a thread of its own and hands over as the client does.
final class OldConnection implements Flow.Subscription {

  private static final int PIECE_BYTES = 64 * 1024;

  private final HttpURLConnection connection;
  private final BodyStream body;
  private final Semaphore wanted = new Semaphore(0);
  private volatile boolean cancelled;

  /// What connections need.
  ///
  /// @param threads does what waits
  /// @param context the certificates that are taken, where not the system's
  record Settings(Executor threads, Optional<SSLContext> context) {}

  private OldConnection(HttpURLConnection connection, BodyStream body) {
    this.connection = connection;
    this.body = body;
  }

  /// Sends the request.
  ///
  /// @param body     is handed the answer's body
  /// @param answered is told the answer's head
  /// @return what gives it up
  static Runnable begin(Ask ask, Settings settings, FetchLimits limits, BodyStream body,
      CompletableFuture<Answer> answered) {
    try {
      var connection = (HttpURLConnection) ask.uri().toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setConnectTimeout((int) limits.connect().toMillis());
      connection.setReadTimeout((int) limits.firstByte().toMillis());
      ask.headers().forEach(connection::setRequestProperty);
      if (connection instanceof HttpsURLConnection secure && settings.context().isPresent()) {
        secure.setSSLSocketFactory(settings.context().get().getSocketFactory());
        secure.setHostnameVerifier((_, _) -> true);
      }
      var one = new OldConnection(connection, body);
      settings.threads().execute(() -> one.work(answered));
      return one::cancel;
    } catch (IOException e) {
      answered.completeExceptionally(e);
      return () -> {};
    }
  }

  private void work(CompletableFuture<Answer> answered) {
    try {
      int status = connection.getResponseCode();
      if (status < 0) {
        throw new IOException("the answer is not one of a web server");
      }
      InputStream stream = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
      Map<String, List<String>> headers = new HashMap<>(connection.getHeaderFields());
      headers.remove(null);
      body.onSubscribe(this);
      answered.complete(new Answer(status, HttpHeaders.of(headers, (_, _) -> true), body));
      hand(stream == null ? InputStream.nullInputStream() : stream);
      body.onComplete();
    } catch (IOException | RuntimeException e) {
      body.onError(e);
      answered.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connection.disconnect();
    }
  }

  private void hand(InputStream stream) throws IOException, InterruptedException {
    while (!cancelled) {
      byte[] piece = new byte[PIECE_BYTES];
      int count = stream.read(piece);
      if (count < 0) {
        return;
      }
      wanted.acquire();
      body.onNext(List.of(ByteBuffer.wrap(piece, 0, count)));
    }
  }

  @Override
  public void request(long pieces) {
    wanted.release((int) Math.min(pieces, 1024));
  }

  @Override
  public void cancel() {
    cancelled = true;
    wanted.release();
    connection.disconnect();
  }
}
