/// Rule sets: rules and filters under a name, in files that people hand on, and the ready-made ones that the program
/// brings along.
package app.lineup.rule.set;
