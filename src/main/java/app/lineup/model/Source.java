package app.lineup.model;

/// A list that the user added. Immutable.
///
/// @param name     what the user calls it; the location's own name by default
/// @param location where it is
/// @param id       what the library knows it by, whatever becomes of its name and address; 0 for one of no library
/// @param fetching how it is fetched
public record Source(String name, Location location, long id, Fetching fetching) {

  /// One that is in no library and fetched as usual.
  public Source(String name, Location location) {
    this(name, location, 0, Fetching.PLAIN);
  }
}
