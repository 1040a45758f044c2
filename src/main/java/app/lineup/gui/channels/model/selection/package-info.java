/// Which rows of a long table are selected. Used by the window's thread; knows no control. Begin with [Selection].
package app.lineup.gui.channels.model.selection;
