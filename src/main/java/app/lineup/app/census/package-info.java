/// What each rule and filter would do to all channels, and which of them does nothing and why. In go rules and filters,
/// out comes a [Census]. Begin with [RuleCensus].
package app.lineup.app.census;
