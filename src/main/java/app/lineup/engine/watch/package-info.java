/// Telling: what a run did and does. Rates are sampled from counters, facts are told as events.
package app.lineup.engine.watch;
