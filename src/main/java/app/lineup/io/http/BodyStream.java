package app.lineup.io.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The body of an answer, as a stream whose reads end in time. The client hands over pieces on its own thread; reading
/// is not thread-safe.
///
/// At most [#AHEAD] pieces wait here: the next one is asked for when one was read.
final class BodyStream extends InputStream implements HttpResponse.BodySubscriber<BodyStream> {

  private static final int AHEAD = 2;

  private final FetchLimits limits;
  private final Deadline deadline;
  private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
  private List<ByteBuffer> piece = List.of();
  private int next;
  private long received;
  private @Nullable Arrival end;

  BodyStream(FetchLimits limits, Deadline deadline) {
    this.limits = limits;
    this.deadline = deadline;
  }

  /// What the client hands over.
  private sealed interface Arrival {
    record Bytes(List<ByteBuffer> buffers) implements Arrival {}

    record Done() implements Arrival {}

    record Broken(Throwable why) implements Arrival {}
  }

  @Override
  public CompletionStage<BodyStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.set(given);
    given.request(AHEAD);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrivals.add(new Arrival.Bytes(buffers));
  }

  @Override
  public void onError(Throwable why) {
    arrivals.add(new Arrival.Broken(why));
  }

  @Override
  public void onComplete() {
    arrivals.add(new Arrival.Done());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /// @throws TimeLimitException     if nothing came in time
  /// @throws InterruptedIOException if the thread was interrupted; its interrupt stays set
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (next < piece.size()) {
        ByteBuffer buffer = piece.get(next);
        int count = Math.min(length, buffer.remaining());
        buffer.get(into, offset, count);
        if (!buffer.hasRemaining()) {
          next++;
        }
        if (count > 0) {
          received += count;
          return count;
        }
      } else if (!advance()) {
        return -1;
      }
    }
  }

  /// How many bytes were read so far.
  long receivedBytes() {
    return received;
  }

  /// Makes the next piece the current one; false at the end.
  private boolean advance() throws IOException {
    Arrival arrival = end == null ? await() : end;
    return switch (arrival) {
      case Arrival.Bytes(List<ByteBuffer> buffers) -> {
        piece = buffers;
        next = 0;
        Flow.Subscription given = subscription.get();
        if (given != null) {
          given.request(1);
        }
        yield true;
      }
      case Arrival.Done done -> {
        end = done;
        yield false;
      }
      case Arrival.Broken broken -> {
        end = broken;
        throw broken.why() instanceof IOException known ? known : new IOException(broken.why());
      }
    };
  }

  private Arrival await() throws IOException {
    Duration limit = received == 0 ? limits.firstByte() : limits.stall();
    try {
      Arrival arrival = arrivals.poll(deadline.atMost(limit).toNanos(), TimeUnit.NANOSECONDS);
      if (arrival != null && !deadline.isPast()) {
        return arrival;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var cancelled = new InterruptedIOException("cancelled");
      cancelled.initCause(e);
      throw cancelled;
    }
    String what = deadline.isPast()
        ? "the download took longer than " + Wording.of(limits.total())
        : received == 0
            ? "the server sent nothing for " + Wording.of(limit) + " after it had accepted the request"
            : "the server stopped sending: nothing came for " + Wording.of(limit);
    var exceeded = new TimeLimitException(what);
    end = new Arrival.Broken(exceeded);
    throw exceeded;
  }

  /// Gives up what was not read yet, and with it the connection.
  @Override
  public void close() {
    Flow.Subscription given = subscription.get();
    if (given != null) {
      given.cancel();
    }
  }
}
