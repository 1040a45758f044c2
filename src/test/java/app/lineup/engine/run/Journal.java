package app.lineup.engine.run;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Writes down what a run opens and closes, counts the pulls of each part, and ends one of them in a given way. Not
/// thread-safe; used by the test's thread.
final class Journal {

  /// How a pull ends.
  enum End { FAILURE, INTERRUPTION, FAULT }

  private final List<String> parts;
  private final Deque<List<Opened>> passes = new ArrayDeque<>();
  private final List<String> wrong = new ArrayList<>();
  private final String failing;
  private final int failingPull;
  private final End end;
  private int pulls;

  /// @param parts       the parts of the run, the source first
  /// @param failing     the part that fails
  /// @param failingPull at which of its pulls, counted over all its openings; -1 is its opening
  Journal(List<String> parts, String failing, int failingPull, End end) {
    this.parts = parts;
    this.failing = failing;
    this.failingPull = failingPull;
    this.end = end;
  }

  /// How often the part that may fail was pulled.
  int pulls() {
    return pulls;
  }

  /// What is still open.
  List<String> open() {
    return passes.stream().flatMap(List::stream).map(Opened::part).toList();
  }

  /// What was closed before something that pulled from it.
  List<String> wrong() {
    return wrong;
  }

  /// Notes that `part` opens. With the source a pass begins, which is over when the source is closed.
  <T> PipelineIterator<T> opens(String part, PipelineIterator<T> iterator)
      throws PipelineException, InterruptedException {
    if (part.equals(failing) && failingPull < 0) {
      endIt();
    }
    if (part.equals(parts.getFirst())) {
      passes.push(new ArrayList<>());
    }
    List<Opened> pass = passes.getFirst();
    var opened = new Opened(part);
    pass.add(opened);
    return new Noted<>(opened, pass, iterator);
  }

  private void pulled(String part) throws PipelineException, InterruptedException {
    if (part.equals(failing) && pulls++ == failingPull) {
      endIt();
    }
  }

  private void endIt() throws PipelineException, InterruptedException {
    switch (end) {
      case FAILURE -> throw new PipelineException(PipelineException.Kind.EXTERNAL, failing, "ended here", "");
      case INTERRUPTION -> throw new InterruptedException(failing);
      case FAULT -> throw new IllegalStateException(failing);
    }
  }

  private void closes(Opened opened, List<Opened> pass) {
    if (!pass.remove(opened)) {
      return;
    }
    // A strategy in whose place another goes on is closed while those below it stay.
    if (!opened.part().equals("switching")) {
      pass.stream().filter(other -> parts.indexOf(other.part()) > parts.indexOf(opened.part()))
          .forEach(other -> wrong.add(opened.part() + " was closed before " + other.part()));
    }
    if (opened.part().equals(parts.getFirst()) && pass.isEmpty()) {
      passes.remove(pass);
    }
  }

  /// Each is one of its own, whatever its part.
  private static final class Opened {

    private final String part;

    Opened(String part) {
      this.part = part;
    }

    String part() {
      return part;
    }
  }

  private final class Noted<T> implements PipelineIterator<T> {

    private final Opened opened;
    private final List<Opened> pass;
    private final PipelineIterator<T> iterator;

    Noted(Opened opened, List<Opened> pass, PipelineIterator<T> iterator) {
      this.opened = opened;
      this.pass = pass;
      this.iterator = iterator;
    }

    @Override
    public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
      pulled(opened.part());
      return iterator.nextChunk(maxItems);
    }

    @Override
    public void close() {
      closes(opened, pass);
      iterator.close();
    }
  }
}
