package app.lineup.rule;

import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.Moments;
import app.lineup.rule.syntax.Numerals;
import app.lineup.rule.syntax.Operand;
import app.lineup.rule.syntax.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;

/// Compares by which is more, as the operand asks. An empty text is neither more nor less than anything. Immutable.
final class OrderComparer implements Comparer {

  /// Puts a text beside the operand.
  private interface Side {
    /// Whether `text`, never empty, can be put there and stands as the order asks.
    boolean holds(String text);
  }

  private final Side side;

  private OrderComparer(Side side) {
    this.side = side;
  }

  static OrderComparer of(Condition.Ordered ordered) {
    Order order = ordered.order();
    return new OrderComparer(switch (ordered.operand()) {
      case Operand.Plain(String wanted) -> plain(order, wanted, ordered.likeness());
      case Operand.Moment(String _, Instant at, ZoneId zone) ->
          text -> Moments.read(text, zone).map(moment -> order.holds(moment.compareTo(at))).orElse(false);
    });
  }

  private static Side plain(Order order, String wanted, ComparisonOptions likeness) {
    String compared = likeness.fold(wanted);
    Side asText = text -> order.holds(compareTexts(likeness.fold(text), compared));
    return Numerals.read(wanted).<Side>map(number -> text -> {
      BigDecimal other = Numerals.read(text).orElse(null);
      return other == null ? asText.holds(text) : order.holds(other.compareTo(number));
    }).orElse(asText);
  }

  /// By code points, so that no surrogate changes the order.
  private static int compareTexts(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    if (at == a.length() || at == b.length()) {
      return Integer.compare(a.length(), b.length());
    }
    boolean inPair = at > 0 && Character.isLowSurrogate(a.charAt(at)) && Character.isLowSurrogate(b.charAt(at))
        && Character.isHighSurrogate(a.charAt(at - 1));
    return Integer.compare(a.codePointAt(inPair ? at - 1 : at), b.codePointAt(inPair ? at - 1 : at));
  }

  @Override
  public boolean readsBytes(FieldText text) {
    return false;
  }

  @Override
  public boolean inBytes(FieldText text, int from, int to) {
    return inString(text.slice(from, to));
  }

  @Override
  public boolean inString(String text) {
    return !text.isBlank() && side.holds(text);
  }
}
