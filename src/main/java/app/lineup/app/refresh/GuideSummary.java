package app.lineup.app.refresh;

import app.lineup.model.guide.GuideReport;
import java.time.Instant;
import java.util.Optional;

/// What a guide holds.
///
/// @param report    what was seen while reading it
/// @param scheduled how many channels have programmes
/// @param from      when the first programme begins
/// @param to        when the last one begins
public record GuideSummary(GuideReport report, long scheduled, Optional<Instant> from, Optional<Instant> to)
    implements Checked {}
