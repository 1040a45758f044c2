/// Channel Numbering: which number a channel gets.
package app.lineup.stages.number;
