package app.lineup.m3u.scan;

import app.lineup.model.Finding;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import java.util.List;

/// The entries of some lines.
///
/// @param block     what holds them
/// @param lastGroup the lasting group behind them, empty where there is none
public record ScannedBlock(ChannelBlock block, String lastGroup) {

  /// The entries in their order.
  public ChannelSlice channels() {
    return block.all();
  }

  /// What was odd, with lines counted from the first.
  List<Finding> findings() {
    return block.report().findings();
  }
}
