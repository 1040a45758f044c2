/// From the text a user typed to a tree: text becomes tokens, tokens conditions and actions. In goes a rule's text, out
/// comes a [MappingRule] or a [Condition], or a [RuleSyntaxException] that says where, what was expected, and what was
/// meant. [Vocabulary] is the one table of words, for the parser, the help and the completion. Begin with [RuleParser].
package app.lineup.rule.syntax;
