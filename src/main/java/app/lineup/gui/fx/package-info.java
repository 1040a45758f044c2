/// What every room of the window needs of JavaFX: a clock, a relay to the window's thread, the system's dialogs.
package app.lineup.gui.fx;
