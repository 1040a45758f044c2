package app.lineup.m3u.write;

import app.lineup.m3u.Inheritance;
import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.Origin;
import java.util.Map;

/// Finds what of an entry is to be written otherwise than the provider wrote it. Not thread-safe; used for one entry
/// after the other.
///
/// New attributes come in one order, whatever rules there were: known fields, then others as they were first set, the
/// number, and what was inherited.
final class EntryChanges {

  /// What stands there before the first block.
  static final ChannelBlock NO_BLOCK = new ChannelBlock();

  private static final KnownField[] KNOWN = KnownField.values();
  private static final int NAME = 1 << KnownField.CHANNEL_NAME.ordinal();
  private static final int NUMBER = 1 << KnownField.TVG_CHNO.ordinal();

  private final Inheritance inheritance;
  private final FieldEdits fields = new FieldEdits();
  private final ByteSink digits = new ByteSink(2 * Decimal.MOST_DIGITS + 1);
  private Origin inheritedFrom = new Origin("", "", "", "", Map.of());
  private Inherited inherited = Inherited.NOTHING;
  private int[] columns = new int[0];

  private ChannelBlock block = NO_BLOCK;
  private byte[] bytes = block.bytes();
  private byte[] arena = block.arena();
  private int entry;

  EntryChanges(Inheritance inheritance) {
    this.inheritance = inheritance;
  }

  /// Begins with a block, in which nothing is changed from here on.
  void begin(ChannelBlock of) {
    block = of;
    bytes = of.bytes();
    arena = of.arena();
    if (columns.length < of.newAttributes().size()) {
      columns = new int[of.newAttributes().size()];
    }
    fields.begin(of);
  }

  /// What [#find] found.
  EntryEdits edits() {
    return fields.edits();
  }

  /// Looks at an entry of the block.
  ///
  /// @return whether there is anything; [#edits] says then what
  boolean find(int index) {
    entry = index;
    boolean changed = block.isChanged(index);
    int major = block.major(index);
    int known = changed ? block.changedFields(index) : 0;
    boolean numbered = major > 0 && !isWritten(major, block.minor(index), (known & NUMBER) != 0);
    if (!changed && !numbered && inherited().isNothing()) {
      return false;
    }
    fields.begin(index);
    if (changed) {
      changes(known, numbered);
    }
    if (numbered) {
      digits.clear();
      digits.putNumber(major, block.minor(index));
      fields.set(KnownField.TVG_CHNO, digits.bytes(), 0, digits.length());
    }
    inherit();
    boolean renamed = (known & NAME) != 0;
    boolean needsInfo = block.place(index, EntryLayout.INFO_FROM) < 0 && (renamed || !fields.edits().isEmpty());
    boolean needsComma = renamed && block.is(index, EntryLayout.NO_COMMA);
    if (fields.hasFresh() || needsInfo || needsComma) {
      fields.insert(renamed);
    }
    return !fields.edits().isEmpty();
  }

  private boolean isWritten(int major, int minor, boolean changed) {
    KnownField field = KnownField.TVG_CHNO;
    return changed
        ? Decimal.is(arena, block.newFrom(entry, field), block.newTo(entry, field), major, minor)
        : Decimal.is(bytes, block.writtenFrom(entry, field), block.writtenTo(entry, field), major, minor);
  }

  @SuppressWarnings("ReferenceEquality") // Neighbours share theirs; an equal one only costs time.
  private Inherited inherited() {
    if (inheritance == Inheritance.LEFT_IN_PLACE) {
      return Inherited.NOTHING;
    }
    Origin origin = block.origin(entry);
    if (origin != inheritedFrom) {
      inheritedFrom = origin;
      inherited = Inherited.of(origin, inheritance);
    }
    return inherited;
  }

  private void changes(int known, boolean numbered) {
    for (int left = known; left != 0; left &= left - 1) {
      KnownField field = KNOWN[Integer.numberOfTrailingZeros(left)];
      if (!(numbered && field == KnownField.TVG_CHNO)) {
        fields.set(field, arena, block.newFrom(entry, field), block.newTo(entry, field));
      }
    }
    if (!block.newAttributes().isEmpty()) {
      int many = block.changedAttributes(entry, columns);
      for (int i = 0; i < many; i++) {
        fields.setOther(columns[i]);
      }
    }
  }

  /// `M3U-24` and `M3U-31`: what an entry inherits stands in the entry itself once its neighbours change.
  private void inherit() {
    Inherited from = inherited();
    if (from.group().length > 0) {
      boolean inherits = !block.isChanged(entry, KnownField.GROUP_TITLE)
          && block.from(entry, KnownField.GROUP_TITLE) == block.to(entry, KnownField.GROUP_TITLE);
      if (inherits) {
        fields.attribute(
            AttributeKey.of(KnownField.GROUP_TITLE), block.writtenFrom(entry, KnownField.GROUP_TITLE),
            block.writtenTo(entry, KnownField.GROUP_TITLE), from.group(), 0, from.group().length);
      }
      StickyLines.remove(block, entry, fields.edits());
    }
    for (Inherited.Value value : from.header()) {
      if (!says(value)) {
        fields.attribute(value.key(), -1, -1, value.value(), 0, value.value().length);
      }
    }
  }

  /// Whether the entry has the header's attribute itself, or was given it.
  private boolean says(Inherited.Value value) {
    return switch (value.field()) {
      case KnownField field -> block.writtenFrom(entry, field) >= 0 || block.isChanged(entry, field);
      case Attribute attribute -> block.find(entry, attribute) >= 0 || isChanged(attribute);
      case DerivedField _, ProgrammeField _ -> true;
    };
  }

  private boolean isChanged(Attribute attribute) {
    int column = block.newAttributes().indexOf(attribute);
    return column >= 0 && block.newFrom(entry, column) >= 0;
  }
}
