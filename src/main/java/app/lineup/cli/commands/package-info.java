/// What each command does: what was typed becomes an order, boot does the work, and the result goes to `cli.output`.
/// Begin reading in `Commands`.
package app.lineup.cli.commands;
