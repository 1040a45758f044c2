package app.lineup.model;

/// What can be odd about an entry or a list, and what was done about it. Each names its row in
/// `src/docs/oddities.md`. Immutable.
public enum FindingKind {
  BYTE_ORDER_MARK("M3U-1", "the list begins with a byte order mark", "skipped"),
  NO_HEADER("M3U-2", "the list does not begin with #EXTM3U", "read all the same"),
  BLANK_START("M3U-2", "blank lines before the header", "skipped"),
  /// `M3U-2` and `M3U-30`: lists that were pasted together.
  LATER_HEADER("M3U-2", "an #EXTM3U line inside the list", "left out; its guide addresses are offered"),
  NOT_UTF8("M3U-4", "an entry that is not UTF-8", "kept byte for byte; shown as well as its bytes allow"),
  NO_URL("M3U-8", "an #EXTINF line that no address follows", "dropped"),
  NO_INFO("M3U-9", "an address without an #EXTINF line", "kept; named after the address"),
  NO_COMMA("M3U-10", "an #EXTINF line without a comma", "the name is what follows the last attribute"),
  KEY_TWICE("M3U-18", "an attribute that is written twice", "the last one counts; both are kept"),
  NO_NAME("M3U-22", "an entry without a name", "named after its tvg-name, tvg-id or address"),
  LINE_TOO_LONG("M3U-29", "a line past the limit", "its entry was dropped"),
  /// More lines before one address than any real entry has.
  ENTRY_TOO_LONG("M3U-29", "an entry past the limit", "dropped as a whole"),
  CONTROL_CHARACTERS("M3U-38", "control characters or direction marks", "kept; shown as visible signs"),
  EMPTY("M3U-39", "the list has no entries", "never taken for a refresh"),
  CUT_OFF("M3U-40", "the list ends in the middle of an entry", "that entry was dropped; the download may be broken"),
  /// Lines after the last entry, to which nothing belongs.
  TRAILING_LINES("M3U-26", "lines after the last entry", "left out, because they belong to no entry"),
  /// A changed value that the entry's charset cannot hold.
  RECODED("M3U-4", "a new value that the entry's code page cannot hold", "the whole entry was written as UTF-8"),
  GUIDE_NOT_UTF8("M3U-4", "an element that is not UTF-8", "read as Windows-1252"),
  GUIDE_CONTROLS("M3U-38", "characters that XML forbids", "left out"),
  GUIDE_CUT_OFF("M3U-40", "the guide does not end with </tv>", "what came before counts; the download may be broken"),
  NO_OFFSET("XMLTV-50", "a time without an offset", "read as UTC, or as the guide's own setting says"),
  UNKNOWN_ZONE("XMLTV-51", "a time zone that nobody knows", "read like a time without an offset"),
  BAD_TIME("XMLTV-51", "a programme without a start that can be read", "dropped"),
  NO_STOP("XMLTV-52", "a programme without an end", "ends when the next one on its channel begins, if one does"),
  GUIDE_BYTE_ORDER_MARK("XMLTV-53", "the guide begins with a byte order mark", "skipped"),
  HTML_ENTITY("XMLTV-53", "an entity of HTML, which XML does not know", "written as its character"),
  STRAY_SIGN("XMLTV-53", "a stray & or <", "written as &amp; or &lt;"),
  BROKEN_ELEMENT("XMLTV-53", "an element whose tags do not match", "dropped"),
  NOT_WELL_FORMED("XMLTV-53", "an attribute, a comment or a character that XML does not allow", "left out"),
  OWN_ENTITIES("XMLTV-54", "a DOCTYPE with entities of its own",
      "never resolved; where they are named, the name stays as text"),
  /// Larger than any real element.
  ELEMENT_TOO_LONG("XMLTV-56", "an element past the limit", "dropped"),
  CHILDREN_OUT_OF_ORDER("XMLTV-57", "children out of the order that XMLTV asks for", "put in order");

  private final String id;
  private final String found;
  private final String done;

  FindingKind(String id, String found, String done) {
    this.id = id;
    this.found = found;
    this.done = done;
  }

  /// The id of the row of `src/docs/oddities.md` that describes it, such as `M3U-13`.
  public String id() {
    return id;
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
