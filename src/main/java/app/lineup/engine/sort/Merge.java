package app.lineup.engine.sort;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.DamagedRecordsException;
import app.lineup.engine.record.RecordFile;
import app.lineup.engine.record.RecordForm;
import app.lineup.problem.PipelineException;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Several sorted runs as one; of items with the same key those of an earlier run come first. Not thread-safe; used by
/// the thread that pulls.
///
/// A tournament: each inner place of the tree remembers who lost there, so that after an item was given only the
/// matches on the way from its run to the top are played again.
final class Merge<T> implements PipelineIterator<Keyed<T>> {

  private static final int NOBODY = -1;

  private final List<SortedRun<T>> runs;
  private final int[] losers;
  private final String description;
  private int winner = NOBODY;
  private boolean begun;

  private Merge(List<SortedRun<T>> runs, String description) {
    this.runs = runs;
    this.losers = new int[Math.max(1, runs.size())];
    this.description = description;
  }

  /// @param files    sorted runs in their order
  /// @param form     what they are made of
  /// @param inMemory the run after them
  static <T> Merge<T> of(List<Path> files, RecordForm<Keyed<T>> form, List<Keyed<T>> inMemory, String description)
      throws PipelineException {
    List<SortedRun<T>> runs = new ArrayList<>();
    var merge = new ArrayList<PipelineIterator<Keyed<T>>>();
    try {
      for (Path file : files) {
        try (RecordFile<Keyed<T>> records = RecordFile.open(file, form, () -> {})) {
          merge.add(records.open());
        }
      }
    } catch (IOException | PipelineException e) {
      merge.forEach(PipelineIterator::close);
      throw explained(description, e);
    }
    merge.add(PipelineIterator.of(inMemory));
    merge.forEach(items -> runs.add(new SortedRun<>(items)));
    return new Merge<>(runs, description);
  }

  private static PipelineException explained(String description, Exception cause) {
    String what = cause instanceof PipelineException failure ? failure.what()
        : cause instanceof DamagedRecordsException ? "its file is damaged: " + cause.getMessage()
        : "its file cannot be read: " + Reason.of(cause);
    return new PipelineException(PipelineException.Kind.RESOURCES, description,
        "a part of it was kept on disk for a while, and " + what,
        "Check the disk of the folder for temporary files, then run again.", cause);
  }

  @Override
  public IteratorResult<Keyed<T>> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled while sorted items were read");
    }
    try {
      begin();
      List<Keyed<T>> chunk = new ArrayList<>(Math.min(maxItems, 2000));
      while (chunk.size() < maxItems && winner != NOBODY) {
        SortedRun<T> run = runs.get(winner);
        Keyed<T> head = run.head();
        if (head == null) {
          winner = NOBODY;
        } else {
          chunk.add(head);
          run.advance();
          replay();
        }
      }
      return chunk.isEmpty() ? new IteratorResult.Finished<>() : new IteratorResult.Items<>(chunk);
    } catch (PipelineException e) {
      throw explained(description, e);
    }
  }

  private void begin() throws PipelineException, InterruptedException {
    if (begun) {
      return;
    }
    begun = true;
    Arrays.fill(losers, NOBODY);
    for (int run = 0; run < runs.size(); run++) {
      runs.get(run).advance();
    }
    for (int run = runs.size() - 1; run >= 0; run--) {
      enter(run);
    }
  }

  /// Climbs until it finds a place where nobody waits for a match yet.
  private void enter(int run) {
    int contender = run;
    for (int place = (run + runs.size()) / 2; place > 0; place /= 2) {
      if (losers[place] == NOBODY) {
        losers[place] = contender;
        return;
      }
      contender = play(contender, place);
    }
    winner = contender;
  }

  /// The winner's run is at another item: its matches are played again.
  private void replay() {
    int contender = winner;
    for (int place = (contender + runs.size()) / 2; place > 0; place /= 2) {
      contender = play(contender, place);
    }
    winner = contender;
  }

  private int play(int contender, int place) {
    int other = losers[place];
    if (isBefore(other, contender)) {
      losers[place] = contender;
      return other;
    }
    return contender;
  }

  private boolean isBefore(int one, int other) {
    Keyed<T> a = runs.get(one).head();
    Keyed<T> b = runs.get(other).head();
    if (a == null || b == null) {
      return b == null && (a != null || one < other);
    }
    int compared = Keyed.compare(a, b);
    return compared < 0 || compared == 0 && one < other;
  }

  @Override
  public void close() {
    begun = true;
    winner = NOBODY;
    runs.forEach(SortedRun::close);
  }
}
