package app.lineup.model.channel;

import app.lineup.model.Finding;
import java.util.List;

/// What was odd about the lines that a [ChannelBlock] was made of. Immutable.
///
/// @param findings with lines counted from the block's first line
/// @param lines    how many lines the block has
/// @param entries  how many entries were found
/// @param guides   guide addresses of header lines inside the block
public record ScanReport(List<Finding> findings, long lines, int entries, List<String> guides) {

  /// Nothing was odd, and nothing counted.
  public static final ScanReport NONE = new ScanReport(List.of(), 0, 0, List.of());
}
