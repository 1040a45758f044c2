package app.lineup.stages;

import app.lineup.engine.accumulate.RecordFile;
import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.Channel;
import app.lineup.model.NumberedChannel;
import app.lineup.problem.PipelineException;
import app.lineup.rule.CompiledFilters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Asks the channels of one block after the other. Not thread-safe; used by one thread at a time: it remembers what its
/// evaluators have learned.
final class SearchStep implements ChunkFunction<Integer, SearchedBlock> {

  private final RecordFile<NumberedChannel> file;
  private final CompiledFilters.Evaluator[] filters;

  SearchStep(RecordFile<NumberedChannel> file, List<CompiledFilters> filters) {
    this.file = file;
    this.filters = filters.stream().map(CompiledFilters::evaluator).toArray(CompiledFilters.Evaluator[]::new);
  }

  @Override
  public List<SearchedBlock> apply(List<Integer> blocks) throws PipelineException {
    List<SearchedBlock> searched = new ArrayList<>(blocks.size());
    for (int block : blocks) {
      searched.add(search(block));
    }
    return searched;
  }

  private SearchedBlock search(int block) throws PipelineException {
    List<NumberedChannel> channels = file.block(block);
    int first = Math.multiplyExact(block, file.blockItems());
    int[] indexes = new int[channels.size()];
    int count = 0;
    for (int i = 0; i < channels.size(); i++) {
      if (fits(channels.get(i).channel())) {
        indexes[count++] = first + i;
      }
    }
    return new SearchedBlock(Arrays.copyOf(indexes, count), (long) first + channels.size());
  }

  private boolean fits(Channel channel) {
    for (CompiledFilters.Evaluator filter : filters) {
      if (!filter.keeps(channel)) {
        return false;
      }
    }
    return true;
  }
}
