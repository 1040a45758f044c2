/// Source Loading: lists become channels.
package app.lineup.stages.load;
