/// What the window decides and shows of the rules: what is changed about channels, and which of them stay.
/// Used by the window's thread; knows no control. Begin with [RulesViewModel].
package app.lineup.gui.rules.model;
