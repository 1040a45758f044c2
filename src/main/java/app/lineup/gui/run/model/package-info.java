/// What the window decides and shows of a run: what it will write, how far each stage has come, what came of it.
/// Used by the window's thread; knows no control. Begin with [RunViewModel].
package app.lineup.gui.run.model;
