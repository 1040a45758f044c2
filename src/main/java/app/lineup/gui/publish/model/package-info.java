/// What the window decides and shows of publishing: the playlist saved and served.
/// Used by the window's thread; knows no control. Begin with [PublishViewModel].
package app.lineup.gui.publish.model;
