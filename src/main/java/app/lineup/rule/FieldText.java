package app.lineup.rule;

import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ByteSearch;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import app.lineup.rule.pattern.NonAsciiHazard;
import app.lineup.rule.syntax.Form;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The text of one field of a block's entry at hand: its bytes in the list or in the block's arena where it stands
/// there, a string where it is inherited. Not thread-safe; used by one thread, again for text after text.
///
/// Nothing is looked up before it is asked for, and each text is decoded or encoded at most once.
final class FieldText {

  private static final byte[] NO_BYTES = {};

  private final Field field;
  private final boolean tellsMediaType;
  private final @Nullable KnownField known;
  private @Nullable ChannelBlock block;
  private int row;
  /// For each row the number of its text, another one for each text that was ever begun with.
  private long[] versions = new long[1];
  private long begun;
  private boolean loaded;
  private boolean inBytes;
  private byte[] bytes = NO_BYTES;
  private int from;
  private int to;
  private @Nullable Form form;
  private @Nullable String text;
  private int oddities;
  private String encodedText = "";
  private byte[] encoded = NO_BYTES;

  FieldText(Field field) {
    this.field = field;
    this.tellsMediaType = ChannelTexts.TELL_MEDIA_TYPE.contains(field);
    this.known = field instanceof KnownField k ? k : null;
  }

  /// A text that never changes, for the plain parts of templates.
  static FieldText constant(String value) {
    FieldText constant = new FieldText(KnownField.CHANNEL_NAME);
    constant.isString(value);
    constant.loaded = true;
    constant.oddities = -1;
    return constant;
  }

  /// Begins with the next block, at none of its entries yet.
  void begin(ChannelBlock next) {
    int entries = next.size();
    if (versions.length < entries) {
      versions = new long[Math.max(entries, 2 * versions.length)];
    }
    for (int i = 0; i < entries; i++) {
      versions[i] = begun + i + 1;
    }
    begun += entries;
    block = next;
    row = ChannelBlock.NONE;
  }

  /// Goes on to an entry of the block; stays there where it is that already.
  void begin(int entry) {
    if (row != entry) {
      row = entry;
      loaded = false;
    }
  }

  /// The block's entry at hand has another text now.
  void changes(int entry) {
    versions[entry] = ++begun;
    loaded = false;
  }

  /// Lets go of the block.
  void end() {
    block = null;
    bytes = NO_BYTES;
    text = null;
    loaded = false;
  }

  /// Whether the media type is read off it.
  boolean tellsMediaType() {
    return tellsMediaType;
  }

  Field field() {
    return field;
  }

  /// Which of the block's entries is at hand.
  int row() {
    return row;
  }

  /// Another number for each text; the same number is the same text.
  long version() {
    return versions[row];
  }

  /// Whether the text, which is not empty then, is just the bytes from [#from] to [#to] in the list or the arena.
  boolean inBytes() {
    load();
    return inBytes;
  }

  /// In what form [#bytes] from [#from] to [#to] stand for the text.
  Form form() {
    load();
    Form current = form;
    return current != null ? current : encode();
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /// The sum of the [NonAsciiHazard]s of a text outside ASCII.
  int oddities() {
    if (oddities < 0) {
      oddities = form() == Form.UTF_8 ? NonAsciiHazard.in(bytes, from, to) : 0;
    }
    return oddities;
  }

  /// The text as a string.
  String text() {
    load();
    String current = text;
    if (current == null) {
      current = slice(from, to);
      text = current;
    }
    return current;
  }

  /// The text of some of the bytes, where the form is another than [Form#NONE].
  String slice(int sliceFrom, int sliceTo) {
    return new String(bytes, sliceFrom, sliceTo - sliceFrom, switch (form()) {
      case ASCII -> StandardCharsets.ISO_8859_1;
      case UTF_8, NONE -> StandardCharsets.UTF_8;
      case SINGLE_BYTE -> in().charset(row);
    });
  }

  private void load() {
    if (!loaded) {
      loaded = true;
      oddities = -1;
      loadOf(in());
    }
  }

  private ChannelBlock in() {
    return Objects.requireNonNull(block, "no block was begun with");
  }

  private void loadOf(ChannelBlock in) {
    KnownField f = known;
    if (f != null) {
      int place = in.newFrom(row, f);
      if (place >= 0) {
        standsInArena(in, place, in.newTo(row, f));
        return;
      }
      place = in.from(row, f);
      int end = in.to(row, f);
      if (place >= 0 && place < end && !hasNoText(f, in.place(row, EntryLayout.FLAGS))) {
        stands(in, place, end);
        return;
      }
    } else if (field instanceof Attribute attribute) {
      int column = in.newAttributes().indexOf(attribute);
      if (column >= 0 && in.newFrom(row, column) >= 0) {
        standsInArena(in, in.newFrom(row, column), in.newTo(row, column));
        return;
      }
    }
    isString(field == DerivedField.MEDIA_TYPE ? MediaTypeText.of(in, row) : in.text(row, field));
  }

  /// Some ids stand for none, and broken bytes stand for no letters. (An empty value may be inherited.)
  private static boolean hasNoText(KnownField field, int flags) {
    return (flags & EntryLayout.BROKEN_UTF8) != 0 || field == KnownField.TVG_ID && (flags & EntryLayout.NO_ID) != 0;
  }

  private void standsInArena(ChannelBlock in, int place, int end) {
    if (place == end) {
      isString("");
    } else {
      bytes = in.arena();
      from = place;
      to = end;
      inBytes = true;
      text = null;
      form = ByteSearch.nextHigh(bytes, place, end) == end ? Form.ASCII : Form.UTF_8;
    }
  }

  private void stands(ChannelBlock in, int place, int end) {
    bytes = in.bytes();
    from = place;
    to = end;
    inBytes = true;
    text = null;
    form = in.is(row, EntryLayout.ASCII) || ByteSearch.nextHigh(bytes, place, end) == end ? Form.ASCII
        : in.charset(row).equals(StandardCharsets.UTF_8) ? Form.UTF_8 : Form.SINGLE_BYTE;
  }

  private void isString(String value) {
    text = value;
    inBytes = false;
    form = null;
  }

  private Form encode() {
    String current = text();
    if (!current.equals(encodedText)) { // What is inherited is so by many.
      encodedText = current;
      encoded = current.getBytes(StandardCharsets.UTF_8);
    }
    bytes = encoded;
    from = 0;
    to = bytes.length;
    // Half a surrogate pair is encoded as `?`, which would not be the text.
    boolean exact = ByteSearch.indexOf(bytes, (byte) '?', 0, to) == to
        || new String(bytes, StandardCharsets.UTF_8).equals(current);
    Form found = !exact ? Form.NONE : to == current.length() ? Form.ASCII : Form.UTF_8;
    form = found;
    return found;
  }
}
