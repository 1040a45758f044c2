/// Puts the program together: the one room that knows all the others, that says `new` across rooms and that makes
/// threads.
package app.lineup.boot;
