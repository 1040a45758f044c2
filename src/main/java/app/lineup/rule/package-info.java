/// The rule language: from the text a user typed to a decision about a channel. Text becomes tokens, tokens a tree
/// ([RuleParser]), and trees are compiled into checks that work on the entry's own bytes ([CompiledMapping],
/// [CompiledFilters]). Knows channels and fields, nothing of sources, stages or windows.
///
/// In come slices of blocks, out go the entries that are left, their new texts in the block: [BlockRules] and
/// [BlockFilters], which is what a run uses. Explanations, previews and searches ask the same checks about one channel
/// at a time ([CompiledMapping.Evaluator], [CompiledFilters.Evaluator]); what comes out, and what fails, is the same.
/// Begin with [CompiledMapping].
package app.lineup.rule;
