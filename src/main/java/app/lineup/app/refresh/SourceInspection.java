package app.lineup.app.refresh;

import app.lineup.io.input.Stamp;
import java.time.Instant;

/// What a look through a source found. Immutable.
///
/// @param summary what it holds
/// @param stamp   of the file that was read, so that an unchanged one is not read again
/// @param at      when the list was fetched, or its server last said that it is still the same; of a file, when it was
///                read
public record SourceInspection(SourceSummary summary, Stamp stamp, Instant at) {}
