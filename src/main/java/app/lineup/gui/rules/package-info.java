/// The view of the rules: what is changed about channels, and which of them stay.
package app.lineup.gui.rules;
