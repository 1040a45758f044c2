/// Source Loading: lists become channels. In come lists that are ready to be read; out go slices of blocks of their
/// bytes, list after list. Begin with [Loaders], the table of strategies.
package app.lineup.pipeline.load;
