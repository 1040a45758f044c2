/// The view of the lineup: the channels as they will be published.
package app.lineup.gui.channels;
