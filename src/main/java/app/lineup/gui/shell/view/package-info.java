/// The controls of the window around the views: the sidebar, the status bar, the theme.
/// They bind to the model and decide nothing. Begin with [ShellController].
package app.lineup.gui.shell.view;
