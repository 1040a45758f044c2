package app.lineup.engine.record;

import java.time.Instant;
import java.util.OptionalLong;

/// What is known of a [VersionedSource] without reading it.
///
/// @param version     given once; a later state of the same thing has a higher one
/// @param createdAt   when it was sealed
/// @param size        how many items it has, where that is known before reading
/// @param description what it is, in a few words, with credentials masked
public record SourceInfo(long version, Instant createdAt, OptionalLong size, String description) {}
