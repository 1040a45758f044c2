/// What can be typed: the commands, their options, and how a command line is read. In come words, out comes a
/// `ParsedCommand` or a `UsageException` that says what is wrong. Begin reading in `Command`.
package app.lineup.cli.args;
