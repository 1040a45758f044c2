/// The rule language: from the text a user typed to a decision about a channel. Text becomes tokens, tokens a tree
/// ([RuleParser]), and trees are compiled into checks that work on the entry's own bytes ([CompiledMapping],
/// [CompiledFilters]). Knows channels and fields, nothing of sources, stages or windows.
package app.lineup.rule;
