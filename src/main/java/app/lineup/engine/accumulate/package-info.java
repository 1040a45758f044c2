/// Resting: data that stays the same and can be read again.
package app.lineup.engine.accumulate;
