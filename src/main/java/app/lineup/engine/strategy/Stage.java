package app.lineup.engine.strategy;

/// A step of a pipeline that turns items of one kind into items of another, whatever strategy does it.
///
/// @param id  the name that settings, terminal and charts use
/// @param <I> what it takes
/// @param <O> what it gives
public record Stage<I, O>(String id) {

  // By hand: what the compiler leaves to the JVM is put together at each start, and every run asks.
  @Override
  public boolean equals(Object other) {
    return other instanceof Stage<?, ?> stage && id.equals(stage.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
