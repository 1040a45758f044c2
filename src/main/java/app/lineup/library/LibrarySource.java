package app.lineup.library;

/// A list that the user added. Immutable. It holds the address as the user gave it, with what logs in there: nobody
/// shows it unmasked.
///
/// @param id    what it is known by
/// @param name  what the user calls it
/// @param place what kind of thing `text` names
/// @param text  the path or the address; empty for the sample
/// @param on    whether it takes part in a run
public record LibrarySource(long id, String name, Place place, String text, boolean on) implements Row {

  /// Where a source is.
  public enum Place {
    /// A file on this machine.
    FILE,
    /// An address that is fetched.
    URL,
    /// The list that comes with the program, wherever that lies at the next start.
    SAMPLE
  }

  @Override
  public Part part() {
    return Part.SOURCES;
  }

  @Override
  public Row with(Row before, Row after) {
    var was = (LibrarySource) before;
    var now = (LibrarySource) after;
    boolean moved = was.place != now.place || !was.text.equals(now.text);
    return new LibrarySource(id, was.name.equals(now.name) ? name : now.name, moved ? now.place : place,
        moved ? now.text : text, was.on == now.on ? on : now.on);
  }

  /// Masked, since a record's own text would give the address away in a log.
  @Override
  public String toString() {
    return "LibrarySource[id=" + id + ", name=" + name + ", place=" + place + ", on=" + on + "]";
  }
}
