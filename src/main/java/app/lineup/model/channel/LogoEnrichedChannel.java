package app.lineup.model.channel;

import app.lineup.model.LogoState;

/// A channel after Logo Prefetch.
///
/// @param numbered the channel and its number
/// @param logo     what is known of its picture
public record LogoEnrichedChannel(NumberedChannel numbered, LogoState logo) {}
