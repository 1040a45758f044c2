package app.lineup.rule.syntax;

import app.lineup.model.Field;
import app.lineup.model.NearestName;
import app.lineup.rule.syntax.Template.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what stands between the quotes of an assignment's value. Not thread-safe; used by one thread, once.
///
/// In `"…"` a `$1` is a group (all digits that follow count: `$10` is group ten, `${1}0` is group one and a nought),
/// `${…}` a named group, a field or a group's number, and `\$` a plain dollar, as is one that nothing of that follows.
/// In `'…'` all stands as it is.
final class TemplateReader {

  private final String ruleText;
  private final Token token;
  private final GroupScope groups;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private final int base;
  private int plainFrom;
  private int plainTo;

  TemplateReader(String ruleText, Token token, GroupScope groups) {
    this.ruleText = ruleText;
    this.token = token;
    this.groups = groups;
    this.base = token.placeOf(0);
  }

  Template read() {
    String value = token.value();
    int at = 0;
    while (at < value.length()) {
      char c = value.charAt(at);
      char after = at + 1 < value.length() ? value.charAt(at + 1) : 0;
      if (token.kind() != Token.Kind.QUOTED) {
        at = plain(c, at, at + 1);
      } else if (c == '\\' && (after == '"' || after == '\\' || after == '$')) {
        at = plain(after, at, at + 2);
      } else if (c == '$' && isDigit(after)) {
        at = number(at + 1);
      } else if (c == '$' && after == '{') {
        at = name(at + 2);
      } else {
        at = plain(c, at, at + 1);
      }
    }
    endPlain();
    return new Template(parts, token.from(), token.to());
  }

  private int plain(char c, int from, int to) {
    plainFrom = plain.isEmpty() ? from : plainFrom;
    plainTo = to;
    plain.append(c);
    return to;
  }

  private int number(int from) {
    int to = from;
    while (to < token.value().length() && isDigit(token.value().charAt(to))) {
      to++;
    }
    addGroup(token.value().substring(from, to), from - 1, to);
    return to;
  }

  private int name(int from) {
    int close = token.value().indexOf('}', from);
    if (close < 0) {
      throw mistake(from - 2, from, "`${`", "a name and a closing }", "");
    }
    int bar = token.value().indexOf('|', from);
    int to = bar >= 0 && bar < close ? bar : close;
    var functions = new FunctionReader(token.value(), to);
    List<TextFunction> read = functions.read();
    if (token.value().charAt(functions.at()) != '}') {
      throw noFunction(functions.at());
    }
    int parts = this.parts.size() + (plain.isEmpty() ? 0 : 1);
    named(from, to);
    if (!read.isEmpty()) {
      Part part = this.parts.remove(parts);
      this.parts.add(new Part.Changed(part, read, part.from(), base + functions.at() + 1));
    }
    return functions.at() + 1;
  }

  private RuleSyntaxException noFunction(int at) {
    String value = token.value();
    int from = value.charAt(at) == '|' ? at + 1 : at;
    int to = from;
    while (to < value.length() && "|}".indexOf(value.charAt(to)) < 0) {
      to++;
    }
    String written = value.substring(from, to).strip();
    String nearest = NearestName.to(written, List.of("upper", "lower", "title", "trim", "slug", "url"));
    return mistake(from, to, "`" + written + "`", TextFunction.EXPECTED, nearest);
  }

  private void named(int from, int to) {
    String name = token.value().substring(from, to).replace("\\\"", "\"").strip();
    Optional<Field> field = name.regionMatches(true, 0, "attr(", 0, 5) ? attribute(name)
        : FieldReader.named(name, Dialect.RULE);
    if (!name.isEmpty() && name.chars().allMatch(c -> isDigit((char) c))) {
      addGroup(name, from - 2, to + 1);
    } else if (groups.names().contains(name)) {
      add(new Part.NamedGroup(name, base + from - 2, base + to + 1));
    } else {
      Field known = field.orElseThrow(() -> unknown(name, from, to));
      if (!FieldReader.hasMeaning(known, Dialect.RULE)) {
        throw mistake(from, to, "`" + name + "`", FieldReader.misplaced(known.ruleName(), Dialect.RULE), "");
      }
      add(new Part.FieldText(known, base + from - 2, base + to + 1));
    }
  }

  /// `attr(key)`, the key with or without quotes.
  private static Optional<Field> attribute(String name) {
    if (!name.endsWith(")")) {
      return Optional.empty();
    }
    String key = name.substring("attr(".length(), name.length() - 1).strip();
    char first = key.isEmpty() ? 0 : key.charAt(0);
    boolean quoted = key.length() > 1 && (first == '"' || first == '\'') && key.charAt(key.length() - 1) == first;
    String bare = quoted ? key.substring(1, key.length() - 1) : key;
    return FieldReader.isKey(bare) ? Optional.of(Names.attribute(bare)) : Optional.empty();
  }

  private RuleSyntaxException unknown(String name, int from, int to) {
    List<String> names = new ArrayList<>(groups.names());
    names.addAll(FieldReader.names(Dialect.RULE, List.of()));
    return mistake(from, to, "`" + name + "`", "a field or a named group of the pattern", NearestName.to(name, names));
  }

  /// The digits may be too many for a number; no pattern has a group of more than nine digits.
  private void addGroup(String digits, int from, int to) {
    int number = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (!groups.has(number)) {
      throw mistake(from, to, "`" + token.value().substring(from, to) + "`", groups.described(), "");
    }
    add(new Part.Group(number, base + from, base + to));
  }

  private void add(Part part) {
    endPlain();
    parts.add(part);
  }

  private void endPlain() {
    if (!plain.isEmpty()) {
      parts.add(new Part.Text(plain.toString(), base + plainFrom, base + plainTo));
      plain.setLength(0);
    }
  }

  private RuleSyntaxException mistake(int from, int to, String found, String expected, String suggestion) {
    return new RuleSyntaxException(ruleText, base + from, base + to, found, expected, suggestion);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
