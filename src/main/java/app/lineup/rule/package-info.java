/// The rule language: from the text a user typed to a decision about a channel. Texts are read in `syntax`; here their
/// trees are compiled into checks that work on the entry's own bytes ([CompiledMapping], [CompiledFilters]), with what
/// `pattern` has for that; `editor` helps whoever types, and `set` has the ready-made rules. Knows channels and fields,
/// nothing of sources, stages or windows.
///
/// In come slices of blocks, out go the entries that are left, their new texts in the block: [BlockRules] and
/// [BlockFilters]. There is no other place where rules and filters are carried out: explanations, previews, the census
/// and searches put the channels that they look at into blocks, and [listen][RuleListener]. Begin with
/// [CompiledMapping].
package app.lineup.rule;
