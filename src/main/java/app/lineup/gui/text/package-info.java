/// The window's words and figures, in the language of its user.
package app.lineup.gui.text;
