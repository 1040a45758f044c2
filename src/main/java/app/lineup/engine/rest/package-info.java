/// Where items rest while a run goes on: in memory under a lease, and in files where that runs short. In go items that
/// come once, out comes a source that can be read again. Begin with [IteratorAccumulator] and [SpillSpace].
package app.lineup.engine.rest;
