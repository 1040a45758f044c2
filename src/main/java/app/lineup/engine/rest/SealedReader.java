package app.lineup.engine.rest;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.DamagedRecordsException;
import app.lineup.engine.record.RecordFile;
import app.lineup.problem.PipelineException;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads [SealedItems] file after file, one of them open at a time, and then what is in memory.
final class SealedReader<T> implements PipelineIterator<T> {

  private final SealedItems<T> source;
  private final Deque<Path> files;
  private final PipelineIterator<T> inMemory;
  private @Nullable PipelineIterator<T> file;
  private boolean closed;

  SealedReader(SealedItems<T> source, List<Path> files, List<T> inMemory) {
    this.source = source;
    this.files = new ArrayDeque<>(files);
    this.inMemory = PipelineIterator.of(inMemory);
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled while kept items were read");
    }
    while (file != null || !files.isEmpty()) {
      if (fileChunk(maxItems) instanceof IteratorResult.Items<T> items) {
        return items;
      }
      leaveFile();
    }
    return inMemory.nextChunk(maxItems);
  }

  private IteratorResult<T> fileChunk(int maxItems) throws PipelineException, InterruptedException {
    PipelineIterator<T> open = file;
    try {
      if (open == null) {
        open = open(files.pop());
        file = open;
      }
      return open.nextChunk(maxItems);
    } catch (PipelineException e) {
      throw explained(e.what(), e);
    } catch (IOException e) {
      throw explained(e instanceof DamagedRecordsException
          ? "its file is damaged: " + e.getMessage() : "its file cannot be read: " + Reason.of(e), e);
    }
  }

  private PipelineIterator<T> open(Path next) throws IOException, PipelineException {
    try (RecordFile<T> records = RecordFile.open(next, source.form(), () -> {})) {
      return records.open();
    }
  }

  private PipelineException explained(String what, Exception cause) {
    return new PipelineException(PipelineException.Kind.RESOURCES, source.info().description(),
        "a part of it was kept on disk for a while, and " + what,
        "Check the disk of the folder for temporary files, then run again.", cause);
  }

  private void leaveFile() {
    PipelineIterator<T> open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      files.clear();
      leaveFile();
      inMemory.close();
      source.release();
    }
  }
}
