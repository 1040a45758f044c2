/// What several of the program's answers need: differences between two states of a channel, counts of groups, the
/// blocks of a file by their numbers.
package app.lineup.app;
