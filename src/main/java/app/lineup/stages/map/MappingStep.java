package app.lineup.stages.map;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.Channel;
import app.lineup.rule.CompiledMapping;
import java.util.ArrayList;
import java.util.List;

/// All rules on one channel after the other. Confined: it remembers what its evaluator has learned.
final class MappingStep implements ChunkFunction<Channel, Channel> {

  private final CompiledMapping.Evaluator evaluator;

  /// @param memos whether to remember what was said of groups, sources and types
  MappingStep(CompiledMapping rules, boolean memos) {
    evaluator = rules.evaluator(memos);
  }

  @Override
  public List<Channel> apply(List<Channel> chunk) {
    List<Channel> mapped = new ArrayList<>(chunk.size());
    for (Channel channel : chunk) {
      Channel result = evaluator.apply(channel);
      if (result != null) {
        mapped.add(result);
      }
    }
    return mapped;
  }
}
