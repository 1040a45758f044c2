package app.lineup.stages.load;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.entry.Wanted;
import app.lineup.model.Channel;
import app.lineup.provider.m3u.M3uList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The channels of several lists, one list after the other. A list without an entry ends the run: it is a provider's bad
/// day and never an order to forget a playlist (`INPUTS` row 39).
final class SourceIterator implements PipelineIterator<Channel> {

  private final PipelineIterator<M3uList> lists;
  private final Wanted wanted;
  private final Opener opener;
  private @Nullable PipelineIterator<Channel> current;
  private String name = "";
  private boolean any;

  /// How one list is opened.
  @FunctionalInterface
  interface Opener {
    PipelineIterator<Channel> open(M3uList list) throws PipelineException, InterruptedException;
  }

  SourceIterator(PipelineIterator<M3uList> lists, Wanted wanted, Opener opener) {
    this.lists = lists;
    this.wanted = wanted;
    this.opener = opener;
  }

  @Override
  public IteratorResult<Channel> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    while (true) {
      if (current == null) {
        if (!(lists.nextChunk(1) instanceof IteratorResult.Items<M3uList>(List<M3uList> one))) {
          return new IteratorResult.Finished<>();
        }
        start(one.getFirst());
      } else {
        IteratorResult<Channel> result = current.nextChunk(maxItems);
        if (result instanceof IteratorResult.Items<Channel>) {
          any = true;
          return result;
        }
        finish();
      }
    }
  }

  private void start(M3uList list) throws PipelineException, InterruptedException {
    current = opener.open(list);
    name = list.label();
    any = false;
  }

  private void finish() throws PipelineException {
    closeCurrent();
    if (!any && wanted == Wanted.ALL) {
      throw new PipelineException(
          PipelineException.Kind.USER,
          name,
          "the list has no channels",
          "If the provider has a bad day, try again later; if the list is meant to be empty, leave it out.");
    }
  }

  private void closeCurrent() {
    PipelineIterator<Channel> open = current;
    current = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    closeCurrent();
    lists.close();
  }
}
