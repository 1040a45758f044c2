/// The view of a run: what it will write, how far each stage has come, what came of it.
package app.lineup.gui.run;
