/// Data Mapping: rules change channels or take them out. In come slices of blocks; out go the same blocks with new
/// texts in them, less the entries that rules remove. Begin with [Mappings], the table of strategies: all but
/// `CompressedMapping` do the same (`MappingStep`), on workers or not, with memory of answers or without.
package app.lineup.stages.map;
