package app.lineup.oracle;

import app.lineup.model.Attribute;
import app.lineup.model.ChannelNumber;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes one entry: what nothing changed as it stands, the rest with the changed parts replaced. Not
/// thread-safe; made for one entry.
final class PlainWriter {

  /// What entries cannot inherit any more and have to say themselves.
  enum Inherits {
    EVERYTHING,
    /// A lasting group is written into the entry, and its line goes.
    ONLY_THE_HEADER,
    /// The header's attributes are written too.
    NOTHING
  }

  private final PlainChannel channel;
  private final PlainEntry entry;
  private final PlainEdits edits = new PlainEdits();
  /// New attributes, in the order in which they are written.
  private final StringBuilder fresh = new StringBuilder();

  private PlainWriter(PlainChannel channel) {
    this.channel = channel;
    this.entry = channel.entry();
  }

  /// The entry as it is published, in raw form.
  static String written(PlainChannel channel, Optional<ChannelNumber> number, Inherits inherits) {
    return new PlainWriter(channel).write(number, inherits);
  }

  private String write(Optional<ChannelNumber> number, Inherits inherits) {
    collect(number.filter(given -> !given.toString().equals(channel.text(KnownField.TVG_CHNO))), inherits);
    boolean fits = entry.charset.equals(StandardCharsets.UTF_8)
        || edits.texts().stream().allMatch(text -> entry.charset.newEncoder().canEncode(text));
    return fits
        ? edits.applied(entry.raw, text -> PlainBytes.encoded(text, entry.charset))
        : written(new PlainChannel(inUtf8(), channel.changes()), number, inherits);
  }

  /// The lines that carry text turned into UTF-8, and the entry read anew.
  private PlainEntry inUtf8() {
    List<PlainLine> lines = new ArrayList<>();
    for (PlainLine line : entry.lines) {
      lines.add(line.isInfo() || line.isGroup() ? new PlainLine(inUtf8(line.text(), entry.charset), line.end()) : line);
    }
    PlainEntry read = PlainList.entries(entry.source, entry.header, lines, entry.lastingGroup).getFirst();
    return new PlainEntry(read.source, read.header, read.lastingGroup, read.lines, StandardCharsets.UTF_8);
  }

  /// A byte that the code page does not know becomes the character of its number.
  private static String inUtf8(String raw, Charset charset) {
    var text = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      String b = raw.substring(i, i + 1);
      String letter = PlainBytes.decoded(b, charset);
      text.append(letter.equals("\uFFFD") ? b : letter);
    }
    return PlainBytes.encoded(text.toString(), StandardCharsets.UTF_8);
  }

  private void collect(Optional<ChannelNumber> number, Inherits inherits) {
    for (KnownField field : KnownField.values()) {
      String value = channel.changes().get(field);
      if (value != null && !(field == KnownField.TVG_CHNO && number.isPresent())) {
        change(field, value);
      }
    }
    channel.changes().forEach((field, value) -> {
      if (field instanceof Attribute attribute) {
        attribute(attribute, attribute.key(), value);
      }
    });
    number.ifPresent(given -> change(KnownField.TVG_CHNO, given.toString()));
    inherit(inherits);
    boolean renamed = channel.changes().containsKey(KnownField.CHANNEL_NAME);
    if (entry.attributes.isEmpty()) {
      if (!edits.isEmpty() || !fresh.isEmpty() || renamed) {
        edits.insertFirst(entry.url.from(),
            "#EXTINF:-1" + fresh + "," + channel.text(KnownField.CHANNEL_NAME) + lineEnd());
      }
    } else {
      insert(entry.attributes.get());
    }
  }

  private void change(KnownField field, String value) {
    switch (field) {
      case STREAM_URL -> edits.replace(entry.url.from(), entry.url.to(), value);
      case CHANNEL_NAME -> entry.attributes.filter(info -> info.comma)
          .ifPresent(info -> edits.replace(info.name.from(), info.name.to(), value));
      case GROUP_TITLE -> {
        entry.groupLine.ifPresent(line -> edits.replace(line.from(), line.to(), value));
        if (entry.groupLine.isEmpty() || entry.own(field).isPresent()) {
          attribute(field, field.attribute(), value);
        }
      }
      case TVG_ID, TVG_NAME, TVG_LOGO, TVG_SHIFT, TVG_CHNO -> attribute(field, field.attribute(), value);
    }
  }

  /// Writes the last of the attributes that say it, and takes out those that do not count.
  private void attribute(Field field, String key, String value) {
    List<PlainAttributes.Attribute> all = entry.all(field);
    if (all.isEmpty()) {
      add(key, value);
      return;
    }
    overwrite(all.getLast().value(), value);
    for (PlainAttributes.Attribute other : all.subList(0, all.size() - 1)) {
      int from = other.keyAt();
      while (PlainLine.isBlank(entry.raw.charAt(from - 1))) {
        from--;
      }
      edits.replace(from, other.to(), "");
    }
  }

  /// A blank one is written only where the entry would inherit another.
  private void add(String key, String value) {
    if (!value.isEmpty() || entry.header.containsKey(key)) {
      fresh.append(' ').append(key).append("=\"").append(value.replace('"', '\'')).append('"');
    }
  }

  /// Whatever quotes it had, it gets double ones.
  private void overwrite(Span place, String value) {
    String raw = entry.raw;
    char before = raw.charAt(place.from() - 1);
    boolean quoted = before == '"' || before == '\'';
    boolean closed = quoted && raw.startsWith(String.valueOf(before), place.to());
    edits.replace(place.from() - (quoted ? 1 : 0), place.to() + (closed ? 1 : 0), '"' + value.replace('"', '\'') + '"');
  }

  private void inherit(Inherits inherits) {
    if (inherits == Inherits.EVERYTHING) {
      return;
    }
    if (!entry.lastingGroup.isEmpty()) {
      boolean says = entry.span(KnownField.GROUP_TITLE).map(span -> !span.isEmpty()).orElse(false);
      if (!says && !channel.changes().containsKey(KnownField.GROUP_TITLE)) {
        entry.own(KnownField.GROUP_TITLE).ifPresentOrElse(
            own -> overwrite(own, entry.lastingGroup), () -> add("group-title", entry.lastingGroup));
      }
      removeLastingLines();
    }
    if (inherits == Inherits.NOTHING) {
      entry.header.forEach(this::inherit);
    }
  }

  private void inherit(String key, String value) {
    Optional<KnownField> known = Arrays.stream(KnownField.values())
        .filter(field -> field.isAttribute() && field.attribute().equals(key)).findFirst();
    // A number or a group for all channels of a list is none.
    boolean applies = known.map(field -> field != KnownField.TVG_CHNO && field != KnownField.GROUP_TITLE).orElse(true);
    Field field = known.isPresent() ? known.get() : new Attribute(key);
    if (applies && entry.all(field).isEmpty() && !channel.changes().containsKey(field)) {
      add(key, value);
    }
  }

  private void removeLastingLines() {
    int at = 0;
    for (PlainLine line : entry.lines) {
      int next = at + line.text().length() + line.end().length();
      if (line.isInfo()) {
        return;
      }
      if (line.isGroup()) {
        edits.replace(at, next, "");
      }
      at = next;
    }
  }

  /// New attributes go before the name's comma; where there is none and a name or they need it, it is written.
  private void insert(PlainAttributes info) {
    String name = channel.changes().get(KnownField.CHANNEL_NAME);
    if (info.comma) {
      if (!fresh.isEmpty()) {
        edits.replace(info.end, info.end, fresh.toString());
      }
    } else if (!fresh.isEmpty() || name != null) {
      int to = name == null ? info.end : Math.max(info.end, info.name.to());
      edits.replace(info.end, to, missingQuote(info) + fresh + "," + (name == null ? "" : name));
    }
  }

  /// The quote that ends a last value which nothing ends, unless that was written anew.
  private String missingQuote(PlainAttributes info) {
    if (info.all.isEmpty() || info.all.getLast().value().to() != info.end || edits.endsAt(info.end)) {
      return "";
    }
    char before = entry.raw.charAt(info.all.getLast().value().from() - 1);
    return before == '"' || before == '\'' ? String.valueOf(before) : "";
  }

  /// As the entry ends.
  private String lineEnd() {
    String end = entry.lines.getLast().end();
    return end.isEmpty() ? "\n" : end;
  }
}
