/// The window around the views: the sidebar, the status bar, the theme.
package app.lineup.gui.shell;
