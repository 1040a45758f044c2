/// The view of publishing: the playlist saved and served.
package app.lineup.gui.publish;
