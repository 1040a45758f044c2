/// The same channel, or the same programme, offered by several sources: the first that brings it keeps it. Asked by
/// Source Loading and by the guide. Begin with [Duplicates].
package app.lineup.pipeline.duplicates;
