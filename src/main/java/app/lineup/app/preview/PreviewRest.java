package app.lineup.app.preview;

import app.lineup.io.input.InputOpener;
import app.lineup.io.input.Stamp;
import app.lineup.model.Rule;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps the channels that previews ask about while somebody types, as the rules above leave them: reading and mapping
/// them takes five times as long as asking. Thread-safe.
///
/// Those of one question at most are kept, made in the background from the second time on that the same ones are asked
/// about, so that who only walks through the rules makes none.
public final class PreviewRest implements AutoCloseable {

  /// What is smaller is read as quickly.
  private static final long WORTH_BYTES = 8_000_000;

  private final Executor background;
  private final Supplier<InputOpener> inputs;
  private final long worthBytes;
  private @Nullable Of asked;
  private @Nullable Of keptOf;
  private @Nullable RestedChannels kept;
  private @Nullable FutureTask<?> making;
  private boolean closed;

  /// @param background where channels are read to be kept; interrupted to cancel
  /// @param inputs     opens their sources, anew for each reading, after which it is closed
  public PreviewRest(Executor background, Supplier<InputOpener> inputs) {
    this(background, inputs, WORTH_BYTES);
  }

  /// @param worthBytes how large lists have to be together so that their channels are kept
  PreviewRest(Executor background, Supplier<InputOpener> inputs, long worthBytes) {
    this.background = background;
    this.inputs = inputs;
    this.worthBytes = worthBytes;
  }

  /// Which channels: those of these lists in this state, behind these rules.
  record Of(List<Source> sources, List<Stamp> stamps, List<Rule> before) {

    long bytes() {
      return stamps.stream().mapToLong(Stamp::bytes).sum();
    }
  }

  /// Makes the channels to be kept.
  @FunctionalInterface
  interface Maker {
    RestedChannels make(InputOpener inputs) throws PipelineException, InterruptedException;
  }

  /// The channels, where they are kept; from the second time on they soon will be.
  synchronized Optional<RestedChannels> ask(Of of, Maker maker) {
    if (of.equals(keptOf)) {
      return Optional.ofNullable(kept);
    }
    if (!of.equals(asked)) {
      letGo();
      asked = of;
    } else if (making == null && !closed && of.bytes() >= worthBytes) {
      var task = new FutureTask<>(() -> make(of, maker), "made");
      making = task;
      background.execute(task);
    }
    return Optional.empty();
  }

  /// A failure is none of whoever types: the preview reads the lists itself, and says it.
  private void make(Of of, Maker maker) {
    try (InputOpener opener = inputs.get()) {
      RestedChannels made = maker.make(opener);
      if (!keep(of, made)) {
        made.close();
      }
    } catch (InterruptedException _) {
      // Nobody asks for these any more.
    } catch (PipelineException | RuntimeException e) {
      System.getLogger(PreviewRest.class.getName()).log(System.Logger.Level.DEBUG, "channels are not kept", e);
    }
  }

  private synchronized boolean keep(Of of, RestedChannels made) {
    if (closed || !of.equals(asked)) {
      return false;
    }
    kept = made;
    keptOf = of;
    return true;
  }

  /// Nobody types any more: lets go of what is kept, and makes nothing more. It is made again when it is asked for
  /// again.
  public synchronized void letGo() {
    if (making != null) {
      making.cancel(true);
      making = null;
    }
    if (kept != null) {
      kept.close();
      kept = null;
    }
    keptOf = null;
    asked = null;
  }

  /// Lets go of it for good. May be called twice.
  @Override
  public synchronized void close() {
    closed = true;
    letGo();
  }
}
