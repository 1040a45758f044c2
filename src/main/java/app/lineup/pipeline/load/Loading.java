package app.lineup.pipeline.load;

import app.lineup.engine.flow.MultiSourceIterator;
import app.lineup.engine.flow.OnCompletion;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.m3u.scan.M3uList;
import app.lineup.m3u.scan.ScanFilter;
import app.lineup.model.Deduplication;
import app.lineup.model.channel.Channel;
import app.lineup.pipeline.duplicates.Duplicates;
import app.lineup.problem.PipelineException;
import java.util.Map;
import java.util.function.Consumer;

/// How the lists of a run become its channels, whichever strategy reads them: one list after the other, the first with
/// the highest priority. Immutable; what it makes is not thread-safe, and used by the thread that pulls.
///
/// @param wanted   which entries are loaded
/// @param by       what makes a channel one that a list before has brought; such a one is left out
/// @param leftOut  hears how many were, when all were read or nobody wants more, by the indexes of the lists
public record Loading(ScanFilter wanted, Deduplication by, Consumer<Map<Duplicates.Pair, Long>> leftOut) {

  /// Every channel of every list.
  public Loading(ScanFilter wanted) {
    this(wanted, Deduplication.NONE, counts -> {});
  }

  /// How one list is opened.
  @FunctionalInterface
  interface Opener {

    PipelineIterator<Channel> open(M3uList list) throws PipelineException, InterruptedException;
  }

  /// The channels of `lists`, which are closed with them.
  PipelineIterator<Channel> channels(PipelineIterator<M3uList> lists, Opener opener) {
    var duplicates = new Duplicates(by);
    var channels = new MultiSourceIterator<>(lists, new Lists(opener), duplicates::without);
    return new OnCompletion<>(
        channels, () -> leftOut.accept(duplicates.lost()), () -> leftOut.accept(duplicates.lost()));
  }

  /// Opens one list after the other.
  private final class Lists implements MultiSourceIterator.Opener<M3uList, Channel> {

    private final Opener opener;

    private Lists(Opener opener) {
      this.opener = opener;
    }

    @Override
    public PipelineIterator<Channel> open(M3uList list) throws PipelineException, InterruptedException {
      return opener.open(list);
    }

    @Override
    public void ended(M3uList list, long items) throws PipelineException {
      Loading.this.ended(list, items);
    }
  }

  /// A list without an entry ends the run: it is a provider's bad day and never an order to forget a playlist
  /// (`M3U-39`).
  void ended(M3uList list, long items) throws PipelineException {
    if (items == 0 && wanted == ScanFilter.ALL) {
      throw new PipelineException(
          PipelineException.Kind.USER,
          list.label(),
          "the list has no channels",
          "If the provider has a bad day, try again later; if the list is meant to be empty, leave it out.");
    }
  }
}
