package app.lineup.rule;

import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import app.lineup.rule.pattern.Needle;
import app.lineup.rule.pattern.NonAsciiHazard;
import app.lineup.rule.syntax.TextOperator;

/// Tells of an entry of a block, by a look at its columns, that a check is surely false of it: most entries are done
/// with here, before a text is begun with. What it lets through is asked for good. It never has to be stopped. Not
/// thread-safe; used by one thread.
abstract class Gate {

  private Gate() {}

  /// Whether the check may be true of the entry.
  abstract boolean opens(ChannelBlock block, int entry);

  /// A look at bytes that says whether a comparison may be true of them. Immutable.
  interface Look {

    boolean admits(byte[] bytes, int from, int to);
  }

  /// A look for a plain text.
  record Plain(TextOperator operator, Needle needle) implements Look {

    @Override
    public boolean admits(byte[] bytes, int from, int to) {
      return switch (operator) {
        case CONTAINS -> needle.isIn(bytes, from, to);
        case EQUALS -> needle.is(bytes, from, to);
        case STARTS_WITH -> needle.begins(bytes, from, to);
        case ENDS_WITH -> needle.ends(bytes, from, to);
        case MATCHES -> true;
      };
    }
  }

  /// Looks at the bytes of a field.
  static final class Bytes extends Gate {

    private final KnownField field;
    private final Look look;
    private final int odd;
    private final int unsure;

    /// @param odd the sum of the [NonAsciiHazard]s with which the look tells nothing
    Bytes(KnownField field, Look look, int odd) {
      this.field = field;
      this.look = look;
      this.odd = odd;
      this.unsure = EntryLayout.BROKEN_UTF8 | (field == KnownField.TVG_ID ? EntryLayout.NO_ID : 0);
    }

    @Override
    boolean opens(ChannelBlock block, int entry) {
      int from = block.newFrom(entry, field);
      boolean isNew = from >= 0;
      from = isNew ? from : block.from(entry, field);
      int to = isNew ? block.newTo(entry, field) : block.to(entry, field);
      if (from < 0 || from >= to || !isNew && block.is(entry, unsure)) {
        return true; // Inherited, or nothing.
      }
      byte[] bytes = isNew ? block.arena() : block.bytes();
      if (look.admits(bytes, from, to)) {
        return true;
      }
      boolean sure = odd == 0 || !isNew && block.is(entry, EntryLayout.ASCII);
      return bytes[to - 1] == '\n' || bytes[to - 1] == '\r' || !sure && (NonAsciiHazard.in(bytes, from, to) & odd) != 0;
    }
  }

  /// Asks what is remembered of the field's text.
  static final class Remembered extends Gate {

    private final FieldText text;
    private final VerdictCache memo;
    private final long bit;

    Remembered(VerdictCache memo, long bit) {
      this.text = memo.text();
      this.memo = memo;
      this.bit = bit;
    }

    @Override
    boolean opens(ChannelBlock block, int entry) {
      text.begin(entry);
      return memo.isNotFalse(bit);
    }
  }

  /// Asks which literals were found in the field's text.
  static final class Literals extends Gate {

    private final FieldText text;
    private final LiteralPass pass;
    private final int bit;

    Literals(LiteralPass pass, int bit) {
      this.text = pass.text();
      this.pass = pass;
      this.bit = bit;
    }

    @Override
    boolean opens(ChannelBlock block, int entry) {
      text.begin(entry);
      return pass.admits(bit);
    }
  }

  /// One of several must open.
  static final class Any extends Gate {

    private final Gate[] gates;

    Any(Gate[] gates) {
      this.gates = gates;
    }

    @Override
    boolean opens(ChannelBlock block, int entry) {
      for (Gate gate : gates) {
        if (gate.opens(block, entry)) {
          return true;
        }
      }
      return false;
    }
  }
}
