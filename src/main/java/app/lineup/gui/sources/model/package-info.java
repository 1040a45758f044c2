/// What the window decides and shows of the lists that the user added: where they are, what they hold, what is odd
/// about them. Used by the window's thread; knows no control. Begin with [SourcesViewModel].
package app.lineup.gui.sources.model;
