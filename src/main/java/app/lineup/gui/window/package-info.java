/// The window itself, whatever it shows: its place on the screen, its colours, its picture, and how a view is made of
/// its FXML file. Begin reading in `Views`.
package app.lineup.gui.window;
