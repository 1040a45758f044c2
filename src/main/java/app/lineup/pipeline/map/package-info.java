/// Data Mapping: the rules change channels. In come slices of blocks; out go the same blocks, new texts in their
/// arenas, without the entries that a rule drops. Begin with [Mappings], the table of strategies: all do the same
/// (`MappingStep`).
package app.lineup.pipeline.map;
