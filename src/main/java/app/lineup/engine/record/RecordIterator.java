package app.lineup.engine.record;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;
import java.util.List;

/// Reads a [RecordFile] block after block.
final class RecordIterator<T> implements PipelineIterator<T> {

  private final RecordFile<T> file;
  private final RecordFile<T>.Hold hold;
  private List<T> block = List.of();
  private int nextBlock;
  private int next;

  RecordIterator(RecordFile<T> file, RecordFile<T>.Hold hold) {
    this.file = file;
    this.hold = hold;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled while a file was read");
    }
    if (next == block.size()) {
      if (nextBlock == file.blocks()) {
        return new IteratorResult.Finished<>();
      }
      block = file.block(nextBlock++);
      next = 0;
    }
    int from = next;
    next = Math.min(block.size(), from + maxItems);
    return new IteratorResult.Items<>(block.subList(from, next));
  }

  @Override
  public void close() {
    block = List.of();
    next = 0;
    nextBlock = file.blocks();
    hold.close();
  }
}
