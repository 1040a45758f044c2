/// Weighing: the levels of memory pressure and what each allows.
package app.lineup.engine.memory;
