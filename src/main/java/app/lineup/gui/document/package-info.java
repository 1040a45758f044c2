/// The library as the models of views bind to it: settings as properties, and undo. Used by the window's thread; knows
/// no control. Begin with [SettingProperties].
package app.lineup.gui.document;
