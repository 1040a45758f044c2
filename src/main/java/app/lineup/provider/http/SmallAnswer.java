package app.lineup.provider.http;

import java.util.Optional;

/// An answer that is here as a whole. Immutable.
///
/// @param status   200 and the like
/// @param location where a redirect leads
/// @param reply    what came, where the status is one of success
record SmallAnswer(int status, Optional<String> location, Reply reply) {}
