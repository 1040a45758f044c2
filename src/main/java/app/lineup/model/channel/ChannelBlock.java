package app.lineup.model.channel;

import app.lineup.model.Attribute;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Some neighbouring entries of one list: the provider's bytes, and columns of numbers that say where things stand in
/// them. What a list consists of on its way through a run; no entry is an object of its own.
///
/// An entry is named by its index in the block, from 0. Of each [KnownField] there are two pairs of places: where the
/// provider wrote it, which never changes, and where the text stands that a rule gave it since, in the *arena*, an
/// array of UTF-8 for new texts. Which columns there are and how they lie is known here only.
///
/// A block is filled by one thread, then handed from thread to thread; it is not thread-safe. It is used again for
/// other entries once it is [released][#release]: who keeps an entry longer takes it out with [#channel].
public final class ChannelBlock {

  /// An index that no entry has.
  public static final int NONE = -1;

  /// Behind the numbers of [EntryLayout]: which of the block's origins, where the entry's other attributes are listed,
  /// and its number.
  private static final int ORIGIN = EntryLayout.OTHERS;
  private static final int OTHERS_FROM = ORIGIN + 1;
  private static final int OTHERS_TO = ORIGIN + 2;
  private static final int MAJOR = ORIGIN + 3;
  private static final int MINOR = ORIGIN + 4;
  private static final int ROW = ORIGIN + 5;
  /// Among the flags: some field of the entry was changed.
  static final int CHANGED = 1 << 16;
  private static final int USUAL_ENTRIES = 1200;
  private static final byte[] UNTOUCHED = {};
  /// No place is known, no flag is set.
  private static final int[] EMPTY_ROW = new int[ROW];

  static {
    Arrays.fill(EMPTY_ROW, 0, EntryLayout.FLAGS, -1);
  }

  private byte[] bytes = UNTOUCHED;
  private int bytesTo;
  private int[] rows;
  private int[] live;
  private int size;
  private int[] others = new int[4 * 256];
  private int othersUsed;
  private int pendingOthers;
  private final List<Origin> origins = new ArrayList<>();
  private ScanReport report = ScanReport.NONE;
  private final NewTexts texts = new NewTexts();
  private final @Nullable BlockPool home;
  private final AtomicInteger holders = new AtomicInteger();
  private int generation;
  private long declared;

  /// A block that belongs to no pool.
  public ChannelBlock() {
    this(null);
  }

  ChannelBlock(@Nullable BlockPool home) {
    this(home, USUAL_ENTRIES);
  }

  /// A block that belongs to no pool, with room for some entries.
  ChannelBlock(int entries) {
    this(null, Math.max(1, entries));
  }

  private ChannelBlock(@Nullable BlockPool home, int entries) {
    this.home = home;
    this.rows = new int[ROW * entries];
    this.live = new int[entries];
  }

  /// Begins anew with these bytes, which belong to the block from now on.
  ///
  /// @param list  the provider's bytes
  /// @param to    how many of them count
  public void begin(byte[] list, int to) {
    bytes = list;
    bytesTo = to;
    size = 0;
    othersUsed = 0;
    origins.clear();
    report = ScanReport.NONE;
    texts.clear();
  }

  /// A block of its own with these channels, in their order.
  public static ChannelBlock of(List<Channel> channels) {
    var block = new ChannelBlock(channels.size());
    EntryTransfer.fill(block, channels);
    return block;
  }

  /// Begins anew with these channels; for one that belongs to no pool.
  void fill(List<Channel> channels) {
    EntryTransfer.fill(this, channels);
  }

  // ---- what is written into it while it is filled

  /// Begins the entry behind the last one; it counts once [#commit] is called. Its index is [#size].
  public void beginEntry() {
    int at = size * ROW;
    if (at + ROW > rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    System.arraycopy(EMPTY_ROW, 0, rows, at, ROW);
    pendingOthers = othersUsed;
  }

  /// Begins an entry with all places that a channel has below [EntryLayout#OTHERS].
  ///
  /// @param shift how far they stand behind those
  void beginEntry(Channel channel, int shift) {
    beginEntry();
    int at = size * ROW;
    channel.copyPlaces(rows, at);
    for (int i = at; shift != 0 && i < at + EntryLayout.FLAGS; i++) {
      rows[i] += rows[i] < 0 ? 0 : shift;
    }
  }

  /// Notes where the provider wrote a field of the entry under way.
  public void place(KnownField field, int from, int to) {
    int at = size * ROW + 2 * field.ordinal();
    rows[at] = from;
    rows[at + 1] = to;
  }

  /// Notes a number of [EntryLayout] of the entry under way.
  public void mark(int index, int value) {
    rows[size * ROW + index] = value;
  }

  /// Sets flags of [EntryLayout] for the entry under way.
  public void flag(int flags) {
    rows[size * ROW + EntryLayout.FLAGS] |= flags;
  }

  /// Takes flags of [EntryLayout] away from the entry under way.
  public void unflag(int flags) {
    rows[size * ROW + EntryLayout.FLAGS] &= ~flags;
  }

  /// Lists an attribute of the entry under way that is no known field, or no longer counts: where its key and value
  /// stand.
  public void addOther(int keyFrom, int keyTo, int valueFrom, int valueTo) {
    if (pendingOthers + 4 > others.length) {
      others = Arrays.copyOf(others, others.length * 2);
    }
    others[pendingOthers++] = keyFrom;
    others[pendingOthers++] = keyTo;
    others[pendingOthers++] = valueFrom;
    others[pendingOthers++] = valueTo;
  }

  /// How many attributes [#addOther] listed of the entry under way.
  public int othersUnderWay() {
    return (pendingOthers - othersUsed) / 4;
  }

  /// One of the four places of an attribute that [#addOther] listed of the entry under way.
  public int otherUnderWay(int which, int quarter) {
    return others[othersUsed + 4 * which + quarter];
  }

  /// Which number the origin has here. Neighbours mostly share theirs.
  @SuppressWarnings("ReferenceEquality") // One that is equal but another object only costs a place.
  private int number(Origin origin) {
    if (origins.isEmpty() || origins.getLast() != origin) {
      origins.add(origin);
    }
    return origins.size() - 1;
  }

  /// The entry under way is complete.
  public void commit(Origin origin) {
    int at = size * ROW;
    rows[at + ORIGIN] = number(origin);
    rows[at + OTHERS_FROM] = othersUsed;
    rows[at + OTHERS_TO] = pendingOthers;
    othersUsed = pendingOthers;
    if (size == live.length) {
      live = Arrays.copyOf(live, size * 2);
    }
    live[size] = size;
    size++;
  }

  /// Notes what was odd about the lines that the block was made of.
  public void report(ScanReport odd) {
    report = odd;
  }

  /// Adds an entry of another block that was read and not changed since.
  public void add(ChannelBlock other, int entry) {
    EntryTransfer.add(this, other, entry);
  }

  /// Puts bytes behind those of the block and says where.
  int append(byte[] source, int from, int to) {
    int length = to - from;
    if (bytesTo + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytesTo + length, bytes.length * 2));
    }
    System.arraycopy(source, from, bytes, bytesTo, length);
    bytesTo += length;
    return bytesTo - length;
  }

  // ---- what stands in it

  /// How many entries it has.
  public int size() {
    return size;
  }

  /// The provider's bytes. Read only. Another array after an entry was [added][#add].
  public byte[] bytes() {
    return bytes;
  }

  /// What was odd about the lines that it was made of.
  public ScanReport report() {
    return report;
  }

  /// Where the entry comes from.
  public Origin origin(int entry) {
    return origins.get(rows[entry * ROW + ORIGIN]);
  }

  /// A number of [EntryLayout] below [EntryLayout#OTHERS].
  public int place(int entry, int index) {
    return rows[entry * ROW + index];
  }

  /// Whether the entry has the flag, one of [EntryLayout].
  public boolean is(int entry, int flag) {
    return (rows[entry * ROW + EntryLayout.FLAGS] & flag) != 0;
  }

  /// The first byte of the field as the provider wrote it in its own place, −1 where it did not.
  public int writtenFrom(int entry, KnownField field) {
    return rows[entry * ROW + 2 * field.ordinal()];
  }

  /// After the last byte of the field as the provider wrote it in its own place.
  public int writtenTo(int entry, KnownField field) {
    return rows[entry * ROW + 2 * field.ordinal() + 1];
  }

  /// The first byte of what counts as the field's value in the entry: of its own place, of what stands in for a name,
  /// or of the entry's own group line. −1 where there is none.
  public int from(int entry, KnownField field) {
    return rows[value(entry, field)];
  }

  /// After the last byte of what counts as the field's value in the entry.
  public int to(int entry, KnownField field) {
    return rows[value(entry, field) + 1];
  }

  private int value(int entry, KnownField field) {
    int row = entry * ROW;
    int at = row + 2 * field.ordinal();
    if (field == KnownField.CHANNEL_NAME) { // No switch: this is asked some times of every entry.
      return rows[row + EntryLayout.STAND_IN_FROM] >= 0 ? row + EntryLayout.STAND_IN_FROM : at;
    }
    boolean groupLine = field == KnownField.GROUP_TITLE
        && rows[at] == rows[at + 1] && rows[row + EntryLayout.EXTGRP_FROM] >= 0;
    return groupLine ? row + EntryLayout.EXTGRP_FROM : at;
  }

  /// How many attributes are listed that are no known field, or no longer count.
  public int others(int entry) {
    int row = entry * ROW;
    return (rows[row + OTHERS_TO] - rows[row + OTHERS_FROM]) / 4;
  }

  /// One of the four places of a listed attribute: key from, key to, value from, value to.
  ///
  /// @param which   which of the listed ones
  /// @param quarter 0 to 3
  public int other(int entry, int which, int quarter) {
    return others[rows[entry * ROW + OTHERS_FROM] + 4 * which + quarter];
  }

  /// Which listed attribute has this key; the last one, because that counts. −1 where none has.
  public int find(int entry, Attribute attribute) {
    for (int i = others(entry) - 1; i >= 0; i--) {
      if (Channel.keyIs(bytes, other(entry, i, 0), other(entry, i, 1), attribute.key())) {
        return i;
      }
    }
    return NONE;
  }

  /// The charset in which the entry was written, as far as its bytes tell.
  public Charset charset(int entry) {
    return Channel.charset(rows[entry * ROW + EntryLayout.FLAGS]);
  }

  // ---- what was changed since it was read

  /// Whether some field of the entry was changed.
  public boolean isChanged(int entry) {
    return (rows[entry * ROW + EntryLayout.FLAGS] & CHANGED) != 0;
  }

  /// Whether the field was changed.
  public boolean isChanged(int entry, KnownField field) {
    return texts.from(entry, field) >= 0;
  }

  /// The changed fields, a bit each: the first [KnownField] is the lowest.
  public int changedFields(int entry) {
    return texts.fields(entry);
  }

  /// The first byte in the [#arena] of the field's new text, −1 where it was not changed.
  public int newFrom(int entry, KnownField field) {
    return texts.from(entry, field);
  }

  /// After the last byte in the [#arena] of the field's new text.
  public int newTo(int entry, KnownField field) {
    return texts.to(entry, field);
  }

  /// The attributes that some entry of the block has a new text of; each is asked for by its index here.
  public List<Attribute> newAttributes() {
    return texts.attributes();
  }

  /// The first byte in the [#arena] of the attribute's new text, −1 where it was not changed.
  ///
  /// @param attribute an index in [#newAttributes]
  public int newFrom(int entry, int attribute) {
    return texts.from(entry, attribute);
  }

  /// After the last byte in the [#arena] of the attribute's new text.
  ///
  /// @param attribute an index in [#newAttributes]
  public int newTo(int entry, int attribute) {
    return texts.to(entry, attribute);
  }

  /// The changed attributes of the entry, as indexes in [#newAttributes], in the order of their first change.
  int[] changedAttributes(int entry) {
    return texts.changed(entry);
  }

  /// The same for whoever asks for entry after entry.
  ///
  /// @param found takes the indexes; has room for as many as there are [#newAttributes]
  /// @return how many there are
  public int changedAttributes(int entry, int[] found) {
    return texts.changed(entry, found);
  }

  /// The new texts, UTF-8. Read only. Another array after something was set.
  public byte[] arena() {
    return texts.arena();
  }

  /// Gives a field a new text; CR, LF and NUL in it become blanks, because no value can hold them.
  ///
  /// @param source UTF-8; may be the arena itself
  public void set(int entry, Field field, byte[] source, int from, int to) {
    rows[entry * ROW + EntryLayout.FLAGS] |= CHANGED;
    texts.set(entry, size, field, source, from, to);
  }

  /// The same for a field that is known, quicker.
  public void set(int entry, KnownField field, byte[] source, int from, int to) {
    rows[entry * ROW + EntryLayout.FLAGS] |= CHANGED;
    texts.set(entry, size, field, source, from, to);
  }

  /// Gives a field a new text in which CR, LF and NUL stay until [#clean] is called.
  ///
  /// @param source UTF-8; may be the arena itself
  public void setAsItStands(int entry, Field field, byte[] source, int from, int to) {
    rows[entry * ROW + EntryLayout.FLAGS] |= CHANGED;
    texts.setAsItStands(entry, size, field, source, from, to);
  }

  /// CR, LF and NUL in the field's new text, where it has one, become blanks.
  public void clean(int entry, Field field) {
    texts.clean(entry, field);
  }

  /// Gives a field a new text.
  public void set(int entry, Field field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    set(entry, field, utf8, 0, utf8.length);
  }

  /// Gives a field the text that another one was given just before.
  ///
  /// @param from where it begins in the [#arena]
  /// @param to   where it ends there
  public void setInArena(int entry, Field field, int from, int to) {
    rows[entry * ROW + EntryLayout.FLAGS] |= CHANGED;
    texts.point(entry, size, field, from, to);
  }

  /// Lets a field be as the provider wrote it.
  public void unset(int entry, Field field) {
    texts.unset(entry, field);
    if (!texts.has(entry)) {
      rows[entry * ROW + EntryLayout.FLAGS] &= ~CHANGED;
    }
  }

  // ---- what counts now, as text

  /// The text of `field` as it counts now: changed, written, or inherited; empty where there is none.
  public String text(int entry, Field field) {
    return EntryText.of(this, entry, field);
  }

  /// What the stream carries.
  public MediaType mediaType(int entry) {
    return EntryText.mediaType(this, entry);
  }

  /// The text of some of the entry's bytes.
  public String decode(int entry, int from, int to) {
    // Latin-1 decoding of ASCII bytes is a plain copy; UTF-8 would look at each byte first.
    Charset charset = is(entry, EntryLayout.ASCII) ? StandardCharsets.ISO_8859_1 : charset(entry);
    return new String(bytes, from, to - from, charset);
  }

  // ---- numbers

  /// Gives the entry a number.
  ///
  /// @param major 0 for none: the entry keeps what it says
  public void number(int entry, int major, int minor) {
    int at = entry * ROW;
    rows[at + MAJOR] = major;
    rows[at + MINOR] = minor;
  }

  /// The number that it was given, 0 for none.
  public int major(int entry) {
    return rows[entry * ROW + MAJOR];
  }

  /// The sub-channel of the number that it was given, 0 for none.
  public int minor(int entry) {
    return rows[entry * ROW + MINOR];
  }

  // ---- which entries are still there

  /// All entries, for the one who holds the block.
  public ChannelSlice all() {
    holders.set(1);
    return new ChannelSlice(this, generation, 0, size);
  }

  /// The entry at a position among those that are still there.
  int live(int position) {
    return live[position];
  }

  /// Notes which entry stands at a position among those that are still there.
  void live(int position, int entry) {
    live[position] = entry;
  }

  /// Another number each time that the block was released.
  int generation() {
    return generation;
  }

  /// One more holds it: a part of what was held by one.
  void hold() {
    holders.incrementAndGet();
  }

  /// One holder less. After the last one nobody looks at these entries any more: whoever still does is told so.
  void release() {
    if (holders.decrementAndGet() == 0) {
      generation++;
      if (home != null) {
        home.giveBack(this);
      }
    }
  }

  /// Makes what was in it unreadable, so that a test sees who still looks.
  void poison() {
    Arrays.fill(bytes, (byte) 0xDB);
    Arrays.fill(rows, Integer.MIN_VALUE / ROW);
    Arrays.fill(live, Integer.MIN_VALUE / ROW);
    texts.poison();
  }

  /// Gives its bytes away, to be filled anew.
  byte[] takeBytes() {
    byte[] taken = bytes;
    bytes = UNTOUCHED;
    return taken;
  }

  /// About how many bytes of memory it takes.
  long weight() {
    return bytes.length + Integer.BYTES * ((long) rows.length + live.length + others.length) + texts.weight();
  }

  /// Notes how many bytes were declared for it, and says how many more that are than before.
  long declare(long bytes) {
    long more = bytes - declared;
    declared = bytes;
    return more;
  }

  /// What was changed of the entry, as a value of its own, which outlives the block.
  public Overrides changes(int entry) {
    return EntryTransfer.changes(this, entry);
  }

  /// The entry as a value of its own, which outlives the block.
  public Channel channel(int entry) {
    return EntryTransfer.takenOut(this, entry);
  }
}
