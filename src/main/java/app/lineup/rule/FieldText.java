package app.lineup.rule;

import app.lineup.model.ByteSearch;
import app.lineup.model.Channel;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.Origin;
import app.lineup.model.Places;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The text of one field of the channel at hand: its bytes in the entry where it stands there, a string where a rule set
/// it or it is inherited. Confined to one thread, used again for channel after channel.
///
/// Nothing is looked up before it is asked for, and each text is decoded or encoded at most once.
final class FieldText {

  /// Stands where none was begun with.
  static final Channel NO_CHANNEL =
      new Channel(new byte[0], new int[Places.OTHERS], new Origin("", "", "", "", Map.of()));

  private final Field field;
  private final @Nullable KnownField known;
  private Channel channel = NO_CHANNEL;
  private boolean loaded;
  private boolean inEntry;
  private boolean changed;
  private boolean knownAscii;
  private byte[] bytes = {};
  private int from;
  private int to;
  private @Nullable Form form;
  private @Nullable String text;
  private int oddities;
  private long version;

  FieldText(Field field) {
    this.field = field;
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
    loaded = false;
    changed = false;
    version++;
  }

  /// Gives the field a new text, as a rule does.
  ///
  /// @param ascii whether it is known to be ASCII
  void set(String value, boolean ascii) {
    text = value;
    form = null;
    loaded = true;
    inEntry = false;
    changed = true;
    oddities = -1;
    version++;
    knownAscii = ascii;
  }

  Field field() {
    return field;
  }

  /// Whether [#set] gave the channel at hand a new text.
  boolean changed() {
    return changed;
  }

  /// Another number for each text; the same number is the same text.
  long version() {
    return version;
  }

  /// Whether the text is just the bytes in the entry.
  boolean inEntry() {
    load();
    return inEntry;
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
      case SINGLE_BYTE -> channel.charset();
    });
  }

  private void load() {
    if (loaded) {
      return;
    }
    loaded = true;
    oddities = -1;
    inEntry = false;
    KnownField f = known;
    if (f != null && channel.standsInBytes(f)) {
      from = channel.from(f);
      to = channel.to(f);
      // An empty value may be inherited, some ids stand for none, and broken bytes stand for no letters.
      boolean noText = f == KnownField.TVG_ID && channel.is(Places.NO_ID) || channel.is(Places.BROKEN_UTF8);
      inEntry = from < to && !noText;
    }
    if (inEntry) {
      bytes = channel.block();
      text = null;
      form = formInEntry();
    } else {
      text = channel.text(field);
      form = null;
      knownAscii = false;
    }
  }

  private Form formInEntry() {
    if (channel.is(Places.ASCII) || ByteSearch.nextHigh(bytes, from, to) == to) {
      return Form.ASCII;
    }
    return channel.charset().equals(StandardCharsets.UTF_8) ? Form.UTF_8 : Form.SINGLE_BYTE;
  }

  private Form encode() {
    String current = text();
    bytes = current.getBytes(knownAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
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
