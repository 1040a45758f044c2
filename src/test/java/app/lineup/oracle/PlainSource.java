package app.lineup.oracle;

/// A list as it is given to a run. Immutable.
///
/// @param name  what rules see as `source_name`
/// @param place what rules see as `source_url`
/// @param bytes what is in it
record PlainSource(String name, String place, byte[] bytes) {}
