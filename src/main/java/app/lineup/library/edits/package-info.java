/// What the user changed by hand about single channels: too much for a value, so it lies in a log of batches, packed in
/// pages, with an index of what is in force. In comes a batch of edits, out goes the edit of a channel's field; a batch
/// can be taken back and put in force again, in any order. Begin with [EditStore].
package app.lineup.library.edits;
