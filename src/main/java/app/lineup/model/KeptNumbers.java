package app.lineup.model;

/// What became of the numbers that channels were published with before.
///
/// @param kept    how many channels of the run kept theirs
/// @param waiting how many numbers wait for channels that are not in it
/// @param aside   where a file of numbers went that was damaged, so that nothing was remembered; empty where none was
/// @param failure why the numbers of the run could not be kept for the next; empty where they are
public record KeptNumbers(long kept, long waiting, String aside, String failure) {}
