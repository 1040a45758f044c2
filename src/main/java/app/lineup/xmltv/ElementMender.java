package app.lineup.xmltv;

import app.lineup.model.FindingKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes an element fit to be published: well formed, in UTF-8, its children in the order that XMLTV asks for
/// (`XMLTV-53`, `XMLTV-54` and `XMLTV-57`). What is fit already is given back as it stands. Not thread-safe; used by
/// one thread.
final class ElementMender {

  /// The order of XMLTV 0.5.
  private static final List<String> OF_CHANNEL = List.of("display-name", "icon", "url");
  private static final List<String> OF_PROGRAMME = List.of(
      "title", "sub-title", "desc", "credits", "date", "category", "keyword", "language", "orig-language", "length",
      "icon",
      "url", "country", "episode-num", "video", "audio", "previously-shown", "premiere", "last-chance", "new",
      "subtitles",
      "rating", "star-rating", "review", "image");
  private static final List<byte[]> CHANNEL_NAMES = OF_CHANNEL.stream().map(Markup::ascii).toList();
  private static final List<byte[]> PROGRAMME_NAMES = OF_PROGRAMME.stream().map(Markup::ascii).toList();
  private static final byte[] NOTHING = {};

  private final GuideLog log;
  private final Utf8 utf8 = new Utf8();
  private final WellFormed wellFormed = new WellFormed();
  private final Deque<Range> open = new ArrayDeque<>();
  private final List<Child> children = new ArrayList<>();

  private record Child(int from, int to, int rank) {}

  ElementMender(GuideLog log) {
    this.log = log;
  }

  /// The element that stands from `from` to `to`.
  ///
  /// @param channel whether it is a `<channel>`
  /// @param line    where it begins
  /// @return null where its tags do not match, so that nobody can say what belongs to it
  @Nullable Piece mend(byte[] bytes, int from, int to, boolean channel, long line) {
    var piece = new Piece(bytes, from, to, false);
    if (!utf8.isUtf8(bytes, from, to)) {
      log.add(FindingKind.GUIDE_NOT_UTF8, line, "");
      piece = owned(Utf8.recoded(bytes, from, to));
    }
    piece = withoutStraySigns(piece, line);
    if (!readChildren(piece, channel ? CHANNEL_NAMES : PROGRAMME_NAMES)) {
      log.add(FindingKind.BROKEN_ELEMENT, line, start(bytes, from, to));
      return null;
    }
    Piece ordered = ordered(piece, line);
    if (wellFormed.isElement(ordered.bytes(), ordered.from(), ordered.to())) {
      return ordered;
    }
    byte[] clean = Cleaning.element(ordered.bytes(), ordered.from(), ordered.to());
    if (!wellFormed.isElement(clean, 0, clean.length)) {
      log.add(FindingKind.BROKEN_ELEMENT, line, start(bytes, from, to));
      return null;
    }
    log.add(FindingKind.NOT_WELL_FORMED, line, start(bytes, from, to));
    return owned(clean);
  }

  /// A start tag that can be published; one with nothing in it where it cannot be mended.
  byte[] mendTag(Piece tag) {
    byte[] name = Arrays.copyOfRange(tag.bytes(), tag.from(), StartTag.at(tag.bytes(), tag.from(), tag.to()).nameEnd());
    Piece mended = withoutStraySigns(tag, 1);
    byte[] clean = WellFormed.isStartTag(mended.bytes(), mended.from(), mended.to())
        ? Arrays.copyOfRange(mended.bytes(), mended.from(), mended.to())
        : Cleaning.startTag(mended.bytes(), mended.from(), mended.to());
    boolean fit = utf8.isUtf8(clean, 0, clean.length) && WellFormed.isStartTag(clean, 0, clean.length)
        && clean[clean.length - 2] != '/';
    return fit
        ? clean
        : (new String(name, StandardCharsets.US_ASCII) + ">").getBytes(StandardCharsets.US_ASCII);
  }

  private static Piece owned(byte[] bytes) {
    return new Piece(bytes, 0, bytes.length, true);
  }

  /// The element's first tag, for whoever has to find it.
  private static String start(byte[] bytes, int from, int to) {
    int end = Markup.tagEnd(bytes, from, to);
    return end < 0 ? "" : new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private Piece withoutStraySigns(Piece piece, long line) {
    byte[] bytes = piece.bytes();
    Splice mended = null;
    int at = piece.from();
    while (at < piece.to()) {
      byte b = bytes[at];
      int end = at + 1;
      byte[] sign = null;
      if (b == '&') {
        switch (References.read(bytes, at, piece.to())) {
          case References.Reference.Valid(_, int after) -> end = after;
          case References.Reference.OfHtml(String text, int after) -> {
            log.add(FindingKind.HTML_ENTITY, line, new String(bytes, at, after - at, StandardCharsets.US_ASCII));
            sign = text.getBytes(StandardCharsets.UTF_8);
            end = after;
          }
          case References.Reference.Stray() -> {
            log.add(FindingKind.STRAY_SIGN, line, around(bytes, at, piece.to()));
            sign = Markup.ascii("&amp;");
          }
        }
      } else if (b == '<') {
        int special = specialEnd(bytes, at, piece.to());
        if (special > 0) {
          end = special;
        } else if (!beginsTag(bytes, at, piece.to())) {
          log.add(FindingKind.STRAY_SIGN, line, around(bytes, at, piece.to()));
          sign = Markup.ascii("&lt;");
        }
      } else if (b >= 0 && b < ' ' && !Markup.isBlank(b)) {
        log.add(FindingKind.GUIDE_CONTROLS, line, "");
        sign = NOTHING;
      }
      if (sign != null) {
        mended = mended == null ? new Splice(bytes, piece.from(), piece.to()) : mended;
        mended.put(at, end, sign);
      }
      at = end;
    }
    return mended == null ? piece : owned(mended.bytes());
  }

  private static String around(byte[] bytes, int at, int to) {
    return new String(bytes, at, Math.min(to, at + 24) - at, StandardCharsets.UTF_8);
  }

  /// After a comment, a CDATA section or an instruction; −1 where none begins here.
  private static int specialEnd(byte[] bytes, int at, int to) {
    byte second = at + 1 < to ? bytes[at + 1] : 0;
    byte third = at + 2 < to ? bytes[at + 2] : 0;
    return second == '?' || (second == '!' && (third == '-' || third == '[')) ? Markup.specialEnd(bytes, at, to) : -1;
  }

  private static boolean beginsTag(byte[] bytes, int at, int to) {
    byte first = at + 1 < to ? bytes[at + 1] : 0;
    byte second = at + 2 < to ? bytes[at + 2] : 0;
    return (beginsName(first) || (first == '/' && beginsName(second))) && Markup.tagEnd(bytes, at, to) > 0;
  }

  private static boolean beginsName(byte b) {
    return b < 0 || b == '_' || b == ':' || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /// Notes where the children stand.
  ///
  /// @return whether every tag has its partner
  private boolean readChildren(Piece piece, List<byte[]> order) {
    open.clear();
    children.clear();
    byte[] bytes = piece.bytes();
    int childFrom = piece.from();
    int at = piece.from();
    while (at < piece.to()) {
      int special = specialEnd(bytes, at, piece.to());
      if (bytes[at] != '<') {
        at++;
        continue;
      }
      if (special > 0) {
        at = special;
        continue;
      }
      boolean closing = bytes[at + 1] == '/';
      var tag = StartTag.at(bytes, closing ? at + 1 : at, piece.to());
      if (closing) {
        tag = new StartTag(bytes, at + 1, Markup.tagEnd(bytes, at, piece.to()));
        if (open.isEmpty() || !isSame(bytes, open.pop(), tag)) {
          return false;
        }
      } else {
        if (!tag.isWellFormed() || (open.isEmpty() && at > piece.from())) {
          return false;
        }
        childFrom = open.size() == 1 ? at : childFrom;
        if (!tag.isEmptyElement()) {
          open.push(new Range(at + 1, tag.nameEnd()));
        }
      }
      at = tag.to();
      if (open.size() == 1 && (closing || tag.isEmptyElement())) {
        children.add(new Child(childFrom, at, rank(bytes, childFrom, at, order)));
      }
    }
    return open.isEmpty();
  }

  private static boolean isSame(byte[] bytes, Range name, StartTag closing) {
    int from = closing.from() + 1;
    int length = name.to() - name.from();
    if (closing.nameEnd() - from != length
        || Markup.skipBlanks(bytes, from + length, closing.to()) != closing.to() - 1) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[name.from() + i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  /// Children that XMLTV does not know come last.
  private static int rank(byte[] bytes, int from, int to, List<byte[]> order) {
    for (int i = 0; i < order.size(); i++) {
      if (Markup.startsWith(bytes, from + 1, to, order.get(i))
          && Markup.endsName(bytes[from + 1 + order.get(i).length])) {
        return i;
      }
    }
    return order.size();
  }

  /// What stands between the children stays where it is.
  private Piece ordered(Piece piece, long line) {
    List<Child> sorted = new ArrayList<>(children);
    sorted.sort(Comparator.comparingInt(Child::rank));
    if (sorted.equals(children)) {
      return piece;
    }
    log.add(FindingKind.CHILDREN_OUT_OF_ORDER, line, "");
    var splice = new Splice(piece.bytes(), piece.from(), piece.to());
    for (int i = 0; i < sorted.size(); i++) {
      Child child = sorted.get(i);
      byte[] text = Arrays.copyOfRange(piece.bytes(), child.from(), child.to());
      splice.put(children.get(i).from(), children.get(i).to(), text);
    }
    return owned(splice.bytes());
  }
}
