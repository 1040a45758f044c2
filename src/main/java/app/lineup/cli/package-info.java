/// The terminal commands: what was typed becomes a run, and what the run gave becomes words or JSON.
package app.lineup.cli;
