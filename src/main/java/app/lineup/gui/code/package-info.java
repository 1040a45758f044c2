/// Where a text of the rule language is written: coloured, completed, with its mistake underlined.
package app.lineup.gui.code;
