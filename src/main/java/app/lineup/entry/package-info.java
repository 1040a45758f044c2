/// The grammar of one M3U entry: how it is found in bytes, read, changed and written. Used wherever entries are read or
/// made; the rows of `INPUTS` are kept here.
package app.lineup.entry;
