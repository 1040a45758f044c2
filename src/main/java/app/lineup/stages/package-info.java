/// The seven stages of a playlist, in their order, as one run. One room a stage lies below; none knows another.
package app.lineup.stages;
