package app.lineup.m3u.scan;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.channel.Channel;
import java.util.ArrayList;
import java.util.List;

/// Reports scanned blocks in their order and gives their channels. Not thread-safe; used by the thread that pulls.
final class BlockJoin implements ChunkFunction<ScannedBlock, Channel> {

  private final ReportBuilder report;

  BlockJoin(ReportBuilder report) {
    this.report = report;
  }

  @Override
  public List<Channel> apply(List<ScannedBlock> blocks) {
    blocks.forEach(block -> report.addBlock(block.block().report()));
    if (blocks.size() == 1) {
      return blocks.getFirst().channels();
    }
    List<Channel> joined = new ArrayList<>();
    blocks.forEach(block -> joined.addAll(block.channels()));
    return joined;
  }
}
