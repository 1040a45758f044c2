/// Weighing: how much memory is taken, how much pressure that means, and what each level allows.
package app.lineup.engine.memory;
