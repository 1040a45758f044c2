package app.lineup.engine.strategy;

/// A step of a pipeline that turns items of one kind into items of another, whatever strategy does it.
///
/// @param id  the name that settings, terminal and charts use
/// @param <I> what it takes
/// @param <O> what it gives
public record Stage<I, O>(String id) {}
