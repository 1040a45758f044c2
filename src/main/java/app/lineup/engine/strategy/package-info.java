/// Choosing: what a stage is, the ways of doing it, and which one fits the conditions.
package app.lineup.engine.strategy;
