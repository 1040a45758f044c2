package app.lineup.provider.m3u;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.entry.ScannedBlock;
import app.lineup.model.Channel;
import app.lineup.model.Origin;
import java.util.ArrayList;
import java.util.List;

/// Joins scanned blocks in their order: a lasting group reaches into the next block, and lines are counted on.
final class BlockJoin implements ChunkFunction<ScannedBlock, Channel> {

  private final Origin origin;
  private final ReportBuilder report;
  private String group = "";

  BlockJoin(Origin origin, ReportBuilder report) {
    this.origin = origin;
    this.report = report;
  }

  @Override
  public List<Channel> apply(List<ScannedBlock> blocks) {
    if (blocks.size() == 1) {
      return join(blocks.getFirst());
    }
    List<Channel> joined = new ArrayList<>();
    blocks.forEach(block -> joined.addAll(join(block)));
    return joined;
  }

  private List<Channel> join(ScannedBlock block) {
    report.addBlock(block.findings(), block.lines(), block.channels().size(), block.laterGuides());
    if (!group.isEmpty() && block.inheriting() > 0) {
      Origin heirs = origin.withStickyGroup(group);
      block.channels().subList(0, block.inheriting()).replaceAll(channel -> channel.withOrigin(heirs));
    }
    group = block.lastGroup().orElse(group);
    return block.channels();
  }
}
