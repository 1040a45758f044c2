package app.lineup.library.edits;

import java.util.Optional;

/// One field of one channel as the user wants it. Immutable.
///
/// @param channel the hash of the channel's key, see [app.lineup.model.channel.ChannelKey#hash]
/// @param field   what is changed
/// @param value   its text from now on; a blank one makes the field blank; empty where no edit is to count any
///                more, so that the field is as its provider and the rules say
/// @param before  what the provider said when the edit was made
public record Edit(long channel, EditField field, Optional<String> value, String before) {}
