/// What an editor of rules offers while somebody types: colours, completion, pairs of brackets, mistakes, hints. In
/// goes a text and a place in it; nothing is evaluated. Begin with [RuleText].
package app.lineup.rule.editor;
