package app.lineup.model;

/// What Output left behind.
///
/// @param target  where it was written, as the user named it
/// @param entries how many entries it holds
/// @param bytes   its size
/// @param durable whether it was synced to the disk before it took the place of the old one
public record PublishedFile(String target, long entries, long bytes, boolean durable) {}
