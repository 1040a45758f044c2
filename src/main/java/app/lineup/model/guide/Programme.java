package app.lineup.model.guide;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// One programme of a guide: a view of its `<programme>` element's bytes in UTF-8, with what was read of it. Immutable;
/// the bytes stand in a block that several programmes share, and nobody writes to that any more.
///
/// What nothing had to repair, complete or shift stands there byte for byte as its provider wrote it, children that
/// XMLTV does not know among it.
///
/// @param channel the id of its channel, as it reads
/// @param start   when it begins, shifts included
/// @param stop    when it ends, if that is known
/// @param block   the array; read only
/// @param from    the element's first byte
/// @param to      after its last one
public record Programme(String channel, Instant start, Optional<Instant> stop, byte[] block, int from, int to) {

  /// A copy that keeps no block alive but its own.
  public Programme owned() {
    return new Programme(channel, start, stop, Arrays.copyOfRange(block, from, to), 0, to - from);
  }
}
