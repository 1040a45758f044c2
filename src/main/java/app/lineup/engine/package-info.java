/// A memory-bounded pipeline of stages. Knows no channel, no HTTP and no window; its rooms import only the JDK and the
/// rooms to their left: watch ← memory ← flow ← accumulate ← strategy ← run.
package app.lineup.engine;
