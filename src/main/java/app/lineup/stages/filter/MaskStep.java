package app.lineup.stages.filter;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.Channel;
import app.lineup.model.SeparatorPolicy;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.FilterMasks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// One filter after the other on all channels of a chunk. Confined: it remembers what its masks have learned.
final class MaskStep implements ChunkFunction<Channel, Channel> {

  private final FilterMasks masks;
  private final SeparatorPolicy separators;

  MaskStep(CompiledFilters filters, SeparatorPolicy separators) {
    this.masks = filters.masks();
    this.separators = separators;
  }

  @Override
  public List<Channel> apply(List<Channel> chunk) {
    BitSet kept = masks.kept(chunk);
    List<Channel> channels = new ArrayList<>(kept.cardinality());
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      Channel channel = chunk.get(i);
      if (!FilterStep.isHidden(channel, separators)) {
        channels.add(channel);
      }
    }
    return channels;
  }
}
