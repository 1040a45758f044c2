package app.lineup.app.lineup;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.record.RecordFile;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.problem.PipelineException;
import app.lineup.rule.BlockFilters;
import app.lineup.rule.CompiledFilters;
import java.util.ArrayList;
import java.util.List;

/// Asks the channels of one block after the other. Not thread-safe; used by one thread at a time: it remembers what its
/// filters have learned.
final class SearchStep implements ChunkFunction<Integer, SearchedBlock> {

  private final RecordFile<NumberedChannel> file;
  private final List<BlockFilters> filters;
  private final ChannelBlock spare = new ChannelBlock();

  SearchStep(RecordFile<NumberedChannel> file, List<CompiledFilters> filters) {
    this.file = file;
    this.filters = filters.stream().map(filter -> filter.blocks(true)).toList();
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
    List<Channel> channels = file.block(block).stream().map(NumberedChannel::channel).toList();
    ChannelSlice found = ChannelSlice.of(channels, spare);
    for (BlockFilters filter : filters) {
      found = filter.apply(found);
    }
    int first = Math.multiplyExact(block, file.blockItems());
    int[] indexes = new int[found.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = first + found.entry(i);
    }
    return new SearchedBlock(indexes, (long) first + channels.size());
  }
}
