package app.lineup.rule;

import app.lineup.model.Attribute;
import app.lineup.model.ByteSearch;
import app.lineup.model.Channel;
import app.lineup.model.ChannelBlock;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.Origin;
import app.lineup.model.Places;
import app.lineup.model.Trait;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The text of one field of the channel, or the entry of a block, at hand: its bytes in the list or in the block's
/// arena where it stands there, a string where it is inherited or a rule set it in a [Channel]. Not thread-safe; used
/// by one thread, again for text after text.
///
/// Nothing is looked up before it is asked for, and each text is decoded or encoded at most once.
final class FieldText {

  /// Stands where none was begun with.
  static final Channel NO_CHANNEL =
      new Channel(new byte[0], new int[Places.OTHERS], new Origin("", "", "", "", Map.of()));

  private static final byte[] NO_BYTES = {};

  private final Field field;
  private final boolean tellsMediaType;
  private final @Nullable KnownField known;
  private Channel channel = NO_CHANNEL;
  private @Nullable ChannelBlock block;
  private int row;
  /// For each row the number of its text, another one for each text that was ever begun with.
  private long[] versions = new long[1];
  private long begun;
  private boolean loaded;
  private boolean inBytes;
  private boolean changed;
  private boolean knownAscii;
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
    constant.set(value, false);
    return constant;
  }

  /// Begins with the next channel.
  void begin(Channel next) {
    channel = next;
    row = 0;
    loaded = false;
    changed = false;
    versions[0] = ++begun;
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

  /// Gives the field of the channel at hand a new text, as a rule does.
  ///
  /// @param ascii whether it is known to be ASCII
  void set(String value, boolean ascii) {
    text = value;
    form = null;
    loaded = true;
    inBytes = false;
    changed = true;
    oddities = -1;
    versions[0] = ++begun;
    knownAscii = ascii;
  }

  /// Whether the media type is read off it.
  boolean tellsMediaType() {
    return tellsMediaType;
  }

  Field field() {
    return field;
  }

  /// Whether [#set] gave the channel at hand a new text.
  boolean changed() {
    return changed;
  }

  /// Which of the block's entries is at hand; 0 where a channel is.
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

  /// The sum of the [Oddity]s of a text outside ASCII.
  int oddities() {
    if (oddities < 0) {
      oddities = form() == Form.UTF_8 ? Oddity.in(bytes, from, to) : 0;
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
      case SINGLE_BYTE -> charset();
    });
  }

  private Charset charset() {
    ChannelBlock in = block;
    return in == null ? channel.charset() : in.charset(row);
  }

  private void load() {
    if (loaded) {
      return;
    }
    loaded = true;
    oddities = -1;
    ChannelBlock in = block;
    if (in == null) {
      loadOfChannel();
    } else {
      loadOf(in);
    }
  }

  private void loadOfChannel() {
    KnownField f = known;
    if (f != null && channel.standsInBytes(f) && channel.from(f) < channel.to(f)
        && !hasNoText(f, channel.place(Places.FLAGS))) {
      stands(channel.block(), channel.from(f), channel.to(f), channel.is(Places.ASCII));
    } else {
      isString(channel.text(field));
    }
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
      if (place >= 0 && place < end && !hasNoText(f, in.place(row, Places.FLAGS))) {
        stands(in.bytes(), place, end, in.is(row, Places.ASCII));
        return;
      }
    } else if (field instanceof Attribute attribute) {
      int column = in.newAttributes().indexOf(attribute);
      if (column >= 0 && in.newFrom(row, column) >= 0) {
        standsInArena(in, in.newFrom(row, column), in.newTo(row, column));
        return;
      }
    }
    isString(field == Trait.MEDIA_TYPE ? MediaTypeText.of(in, row) : in.text(row, field));
  }

  /// Some ids stand for none, and broken bytes stand for no letters. (An empty value may be inherited.)
  private static boolean hasNoText(KnownField field, int flags) {
    return (flags & Places.BROKEN_UTF8) != 0 || field == KnownField.TVG_ID && (flags & Places.NO_ID) != 0;
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

  private void stands(byte[] list, int place, int end, boolean ascii) {
    bytes = list;
    from = place;
    to = end;
    inBytes = true;
    text = null;
    form = ascii || ByteSearch.nextHigh(list, place, end) == end ? Form.ASCII
        : charset().equals(StandardCharsets.UTF_8) ? Form.UTF_8 : Form.SINGLE_BYTE;
  }

  private void isString(String value) {
    text = value;
    inBytes = false;
    form = null;
    knownAscii = false;
  }

  private Form encode() {
    String current = text();
    if (!current.equals(encodedText)) { // What is inherited is so by many.
      encodedText = current;
      encoded = current.getBytes(knownAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
    bytes = encoded;
    from = 0;
    to = bytes.length;
    // Half a surrogate pair is encoded as `?`, which would not be the text.
    boolean exact = knownAscii || ByteSearch.indexOf(bytes, (byte) '?', 0, to) == to
        || new String(bytes, StandardCharsets.UTF_8).equals(current);
    Form found = !exact ? Form.NONE : to == current.length() ? Form.ASCII : Form.UTF_8;
    form = found;
    return found;
  }
}
