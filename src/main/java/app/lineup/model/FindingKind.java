package app.lineup.model;

/// What can be odd about an entry or a list, and what was done about it. Each names its row in `INPUTS`.
public enum FindingKind {
  /// Row 1.
  BYTE_ORDER_MARK(1, "the list begins with a byte order mark", "skipped"),
  /// Row 2.
  NO_HEADER(2, "the list does not begin with #EXTM3U", "read all the same"),
  /// Row 2.
  BLANK_START(2, "blank lines before the header", "skipped"),
  /// Rows 2 and 30: lists that were pasted together.
  LATER_HEADER(2, "an #EXTM3U line inside the list", "left out; its guide addresses are offered"),
  /// Row 4.
  NOT_UTF8(4, "an entry that is not UTF-8", "kept byte for byte; shown as well as its bytes allow"),
  /// Row 8.
  NO_URL(8, "an #EXTINF line that no address follows", "dropped"),
  /// Row 9.
  NO_INFO(9, "an address without an #EXTINF line", "kept; named after the address"),
  /// Row 10.
  NO_COMMA(10, "an #EXTINF line without a comma", "the name is what follows the last attribute"),
  /// Row 18.
  KEY_TWICE(18, "an attribute that is written twice", "the last one counts; both are kept"),
  /// Row 22.
  NO_NAME(22, "an entry without a name", "named after its tvg-name, tvg-id or address"),
  /// Row 29.
  LINE_TOO_LONG(29, "a line past the limit", "its entry was dropped"),
  /// Row 29: more lines before one address than any real entry has.
  ENTRY_TOO_LONG(29, "an entry past the limit", "dropped as a whole"),
  /// Row 38.
  CONTROL_CHARACTERS(38, "control characters or direction marks", "kept; shown as visible signs"),
  /// Row 39.
  EMPTY(39, "the list has no entries", "never taken for a refresh"),
  /// Row 40.
  CUT_OFF(40, "the list ends in the middle of an entry", "that entry was dropped; the download may be broken"),
  /// Lines after the last entry, to which nothing belongs.
  TRAILING_LINES(26, "lines after the last entry", "left out, because they belong to no entry"),
  /// A changed value that the entry's charset cannot hold.
  RECODED(4, "a new value that the entry's code page cannot hold", "the whole entry was written as UTF-8"),
  /// Row 4, of a guide.
  GUIDE_NOT_UTF8(4, "an element that is not UTF-8", "read as Windows-1252"),
  /// Row 38, of a guide.
  GUIDE_CONTROLS(38, "characters that XML forbids", "left out"),
  /// Row 40, of a guide.
  GUIDE_CUT_OFF(40, "the guide does not end with </tv>", "what came before counts; the download may be broken"),
  /// Row 50.
  NO_OFFSET(50, "a time without an offset", "read as UTC, or as the guide's own setting says"),
  /// Row 51.
  UNKNOWN_ZONE(51, "a time zone that nobody knows", "read like a time without an offset"),
  /// Row 51.
  BAD_TIME(51, "a programme without a start that can be read", "dropped"),
  /// Row 52.
  NO_STOP(52, "a programme without an end", "ends when the next one on its channel begins, if one does"),
  /// Row 53.
  GUIDE_BYTE_ORDER_MARK(53, "the guide begins with a byte order mark", "skipped"),
  /// Row 53.
  HTML_ENTITY(53, "an entity of HTML, which XML does not know", "written as its character"),
  /// Row 53.
  STRAY_SIGN(53, "a stray & or <", "written as &amp; or &lt;"),
  /// Row 53.
  BROKEN_ELEMENT(53, "an element whose tags do not match", "dropped"),
  /// Row 54.
  OWN_ENTITIES(54, "a DOCTYPE with entities of its own", "never resolved; where they are named, the name stays as text"),
  /// Row 56: larger than any real element.
  ELEMENT_TOO_LONG(56, "an element past the limit", "dropped"),
  /// Row 57.
  CHILDREN_OUT_OF_ORDER(57, "children out of the order that XMLTV asks for", "put in order");

  private final int row;
  private final String found;
  private final String done;

  FindingKind(int row, String found, String done) {
    this.row = row;
    this.found = found;
    this.done = done;
  }

  /// The row of `INPUTS` that describes it.
  public int row() {
    return row;
  }

  /// What was found, to be read after "line 12: ".
  public String found() {
    return found;
  }

  /// What was done about it.
  public String done() {
    return done;
  }
}
