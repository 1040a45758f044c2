/// What the window decides and shows of the window around the views: the sidebar, the status bar, the theme.
/// Used by the window's thread; knows no control. Begin with [ShellViewModel].
package app.lineup.gui.shell.model;
