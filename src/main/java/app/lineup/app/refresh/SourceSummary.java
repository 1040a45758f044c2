package app.lineup.app.refresh;

import app.lineup.model.ParseReport;
import app.lineup.model.channel.MediaType;
import java.util.Map;

/// What a list holds.
///
/// @param report        what was seen while reading it
/// @param groups        how many channels each group has, in the order of their first channel; the empty name for none
/// @param inOtherGroups how many channels are in groups beyond those, where there are too many to keep
/// @param types         how many channels of each type there are
public record SourceSummary(
    ParseReport report, Map<String, Long> groups, long inOtherGroups, Map<MediaType, Long> types)
    implements Checked {}
