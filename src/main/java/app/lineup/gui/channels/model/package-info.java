/// What the window decides and shows of the lineup: the channels as they will be published.
/// Used by the window's thread; knows no control. Begin with [LineupViewModel].
package app.lineup.gui.channels.model;
