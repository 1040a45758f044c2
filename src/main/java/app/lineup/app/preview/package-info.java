/// What a rule would do, while it is typed: how many channels it is for, and the first of them before and after. Begin
/// with [RulePreview].
package app.lineup.app.preview;
