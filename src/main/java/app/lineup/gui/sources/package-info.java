/// The view of the lists that the user added: where they are, what they hold, what is odd about them.
package app.lineup.gui.sources;
