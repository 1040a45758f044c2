/// What the program talks about: channels, sources, rules, numbers, reports. Records and sealed types only; imports
/// nothing of ours, so that every room can speak of the same things.
package app.lineup.model;
