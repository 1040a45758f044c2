package app.lineup.oracle;

import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One entry as it stands in its list, in raw form, and where its parts are. Immutable.
final class PlainEntry {

  private static final Set<String> NUMBER_KEYS = Set.of("tvg-chno", "tvg-channo", "ch-number", "channel-number");
  private static final Set<String> NO_ID = Set.of("(no tvg-id)", "null");
  private static final Pattern HEADERS = Pattern.compile("\\|[A-Za-z0-9_.:-]+=");

  final PlainSource source;
  final Map<String, String> header;
  /// The group of an `#EXTGRP` line before the info line, of this entry or an earlier one.
  final String lastingGroup;
  final List<PlainLine> lines;
  final String raw;
  final Charset charset;
  /// Of the info line; empty where the entry is only an address.
  final Optional<PlainAttributes> attributes;
  /// Where the info line begins.
  final int infoAt;
  /// The address without player headers.
  final Span url;
  /// The value of the last `#EXTGRP` line behind the info line.
  final Optional<Span> groupLine;
  /// What serves for a name where the entry has none.
  final Optional<Span> standIn;

  PlainEntry(PlainSource source, Map<String, String> header, String lastingGroup, List<PlainLine> lines) {
    this(source, header, lastingGroup, lines, PlainBytes.charsetOf(PlainLine.joined(lines)));
  }

  PlainEntry(
      PlainSource source, Map<String, String> header, String lastingGroup, List<PlainLine> lines, Charset charset) {
    this.source = source;
    this.header = header;
    this.lastingGroup = lastingGroup;
    this.lines = List.copyOf(lines);
    this.raw = PlainLine.joined(lines);
    this.charset = charset;
    int info = -1;
    Span group = null;
    PlainAttributes read = null;
    int at = 0;
    Span address = new Span(0, 0);
    for (PlainLine line : lines) {
      int from = at + line.indent();
      int to = from + line.trimmed().length();
      if (line.isInfo()) {
        info = at;
        read = PlainAttributes.ofInfo(raw, from + "#EXTINF:".length(), to);
      } else if (line.isGroup() && info >= 0) {
        group = new Span(to - line.group().length(), to);
      }
      address = new Span(from, to);
      at += line.text().length() + line.end().length();
    }
    this.infoAt = info;
    this.attributes = Optional.ofNullable(read);
    this.groupLine = Optional.ofNullable(group);
    this.url = withoutHeaders(address);
    this.standIn = standIn();
  }

  private Span withoutHeaders(Span line) {
    int bar = line.of(raw).indexOf('|');
    Matcher headers = HEADERS.matcher(line.of(raw));
    return bar > 0 && headers.find() && headers.start() == bar ? new Span(line.from(), line.from() + bar) : line;
  }

  private Optional<Span> standIn() {
    if (attributes.map(info -> !info.name.isEmpty()).orElse(false)) {
      return Optional.empty();
    }
    Optional<Span> name = own(KnownField.TVG_NAME).filter(span -> !span.isEmpty());
    Optional<Span> id = own(KnownField.TVG_ID).filter(span -> !span.isEmpty() && !hasNoId());
    return name.or(() -> id).or(() -> Optional.of(lastSegment()));
  }

  /// Of the address, without query and closing slashes.
  private Span lastSegment() {
    String address = url.of(raw);
    int end = address.length();
    for (int i = address.length() - 1; i >= 0; i--) {
      end = address.charAt(i) == '?' || address.charAt(i) == '#' ? i : end;
    }
    while (end > 1 && address.charAt(end - 1) == '/') {
      end--;
    }
    int start = end;
    while (start > 0 && address.charAt(start - 1) != '/' && address.charAt(start - 1) != '\\') {
      start--;
    }
    return new Span(url.from() + start, url.from() + end);
  }

  /// All attributes of the info line that write the field, the one that counts last.
  List<PlainAttributes.Attribute> all(Field field) {
    return attributes.stream().flatMap(info -> info.all.stream()).filter(a -> writes(a.key(), field)).toList();
  }

  private static boolean writes(String key, Field field) {
    return switch (field) {
      case KnownField known -> known == KnownField.TVG_CHNO
          ? NUMBER_KEYS.contains(key) : known.isAttribute() && known.attribute().equals(key);
      // Those of a number belong to that field alone.
      case Attribute attribute -> attribute.key().equals(key) && !NUMBER_KEYS.contains(key);
      case DerivedField _ -> false;
      case ProgrammeField _ -> false;
    };
  }

  /// Where the field itself is written, be it blank.
  Optional<Span> own(Field field) {
    if (field == KnownField.CHANNEL_NAME) {
      return attributes.map(info -> info.name);
    }
    if (field == KnownField.STREAM_URL) {
      return Optional.of(url);
    }
    List<PlainAttributes.Attribute> all = all(field);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().value());
  }

  /// Where what counts as the field's value stands in the entry.
  Optional<Span> span(KnownField field) {
    Optional<Span> own = own(field);
    return switch (field) {
      case CHANNEL_NAME -> standIn.or(() -> own);
      case GROUP_TITLE -> own.filter(span -> !span.isEmpty()).or(() -> groupLine).or(() -> own);
      case TVG_ID, TVG_NAME, TVG_LOGO, TVG_SHIFT, TVG_CHNO, STREAM_URL -> own;
    };
  }

  /// Whether its id is a word for none.
  boolean hasNoId() {
    return own(KnownField.TVG_ID).map(span -> NO_ID.contains(span.of(raw).toLowerCase(Locale.ROOT))).orElse(false);
  }

  String text(Field field) {
    return switch (field) {
      case KnownField known -> text(known);
      case Attribute attribute -> own(attribute).map(this::decoded)
          .orElse(header.getOrDefault(attribute.key(), ""));
      case DerivedField trait -> switch (trait) {
        case SOURCE_NAME -> source.name();
        case SOURCE_TYPE -> "m3u";
        case SOURCE_URL -> source.place();
        case MEDIA_TYPE -> mediaType(text(new Attribute("radio")), text(KnownField.STREAM_URL));
      };
      case ProgrammeField _ -> "";
    };
  }

  private String text(KnownField field) {
    if (field == KnownField.TVG_ID && hasNoId()) {
      return "";
    }
    Optional<Span> span = span(field);
    if (span.isPresent() && !span.get().isEmpty()) {
      return decoded(span.get());
    }
    return switch (field) {
      case GROUP_TITLE -> lastingGroup;
      case TVG_ID, TVG_NAME, TVG_LOGO, TVG_SHIFT -> span.isPresent() ? "" : header.getOrDefault(field.attribute(), "");
      case CHANNEL_NAME, TVG_CHNO, STREAM_URL -> "";
    };
  }

  private String decoded(Span span) {
    return PlainBytes.decoded(span.of(raw), charset);
  }

  /// What the stream carries (`M3U-35`).
  static String mediaType(String radio, String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    String file = lower.replaceFirst("(?s)\\?.*", "");
    if (radio.equalsIgnoreCase("true") || radio.equals("1")) {
      return "radio";
    } else if (lower.contains("/series/")) {
      return "series";
    }
    return lower.contains("/movie/") || file.endsWith(".mp4") || file.endsWith(".mkv") ? "movie" : "live";
  }

  /// Whether setting the field to `text` would change nothing: it stands in the field's own place, or there is none and
  /// nothing to write. A place that serves for another field too is not its own.
  boolean says(Field field, String text) {
    return switch (field) {
      case KnownField known -> says(known, text);
      case Attribute attribute -> (text.isEmpty() || own(attribute).isPresent()) && text(attribute).equals(text);
      case DerivedField _ -> false;
      case ProgrammeField _ -> false;
    };
  }

  private boolean says(KnownField field, String text) {
    Optional<Span> span = span(field);
    if (span.isEmpty()) {
      return text.isEmpty() && text(field).isEmpty();
    }
    int from = span.get().from();
    boolean shared = groupLine.map(line -> line.from() == from).orElse(false)
        || standIn.map(name -> name.from() == from).orElse(false);
    // Where the id is a word for none, a blank text is written anew, whatever field it is of.
    boolean rewritten = text.isEmpty() && hasNoId();
    return !shared && !rewritten && decoded(span.get()).equals(text) && text(field).equals(text);
  }
}
