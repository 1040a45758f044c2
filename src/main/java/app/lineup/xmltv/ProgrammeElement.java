package app.lineup.xmltv;

import app.lineup.model.channel.ByteSearch;
import app.lineup.model.guide.Programme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the texts inside a programme's element. Thread-safe: no state.
public final class ProgrammeElement {

  private static final byte[] CDATA = Markup.ascii("<![CDATA[");
  private static final int CDATA_END_BYTES = 3;

  private ProgrammeElement() {}

  /// The texts of its children of that name, in their order; markup inside them is left out.
  public static List<String> texts(Programme programme, String child) {
    byte[] bytes = programme.block();
    byte[] tag = Markup.ascii("<" + child);
    byte[] end = Markup.ascii("</" + child);
    List<String> texts = new ArrayList<>();
    int at = nextTag(bytes, programme.from() + 1, programme.to());
    while (at < programme.to()) {
      if (!Markup.isTag(bytes, at, programme.to(), tag)) {
        at = nextTag(bytes, after(bytes, at, programme.to()), programme.to());
        continue;
      }
      int from = after(bytes, at, programme.to());
      boolean closed = bytes[from - 2] == '/';
      StringBuilder text = new StringBuilder();
      at = from;
      while (!closed && at < programme.to()) {
        int next = nextTag(bytes, at, programme.to());
        text.append(References.text(bytes, at, next));
        closed = Markup.isTag(bytes, next, programme.to(), end);
        at = after(bytes, next, programme.to());
        if (Markup.startsWith(bytes, next, programme.to(), CDATA)) {
          int to = Math.max(next + CDATA.length, at - CDATA_END_BYTES);
          text.append(new String(bytes, next + CDATA.length, to - next - CDATA.length, StandardCharsets.UTF_8));
        }
      }
      texts.add(text.toString().strip());
      at = nextTag(bytes, at, programme.to());
    }
    return texts;
  }

  private static int nextTag(byte[] bytes, int from, int to) {
    return from >= to ? to : ByteSearch.indexOf(bytes, (byte) '<', from, to);
  }

  /// The index after the tag, comment or CDATA section at `at`; the next byte where it has no end.
  private static int after(byte[] bytes, int at, int to) {
    if (at >= to) {
      return to;
    }
    boolean special = at + 1 < to && (bytes[at + 1] == '!' || bytes[at + 1] == '?');
    int end = special ? Markup.specialEnd(bytes, at, to) : Markup.tagEnd(bytes, at, to);
    return end < 0 ? at + 1 : end;
  }
}
