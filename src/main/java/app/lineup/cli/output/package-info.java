/// What the terminal prints, in words or as JSON: every text and number goes through here, and logins are masked on the
/// way. Begin reading in `TerminalPrinter` and `JsonOutput`.
package app.lineup.cli.output;
