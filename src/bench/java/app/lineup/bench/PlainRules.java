package app.lineup.bench;

import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 30 rules and 10 filters as people have them, and the plain way to do them: each text decoded once, each pattern
/// compiled once and asked one after the other with `java.util.regex`. Not thread-safe; used by one thread.
final class PlainRules {

  /// A rule that looks at the name.
  ///
  /// @param pattern   without regard to case unless it begins with a `!`
  /// @param newName   null where the name stays
  /// @param newGroup  null where the group stays
  record Mapped(String pattern, String newName, String newGroup) {

    Pattern compiled() {
      return pattern.startsWith("!") ? Pattern.compile(pattern.substring(1)) : insensitive(pattern);
    }

    String text() {
      boolean exact = pattern.startsWith("!");
      return "channel_name " + (exact ? "case_sensitive " : "") + "matches \""
          + (exact ? pattern.substring(1) : pattern).replace("\\", "\\\\") + "\" SET "
          + (newName == null ? "" : "channel_name = \"" + newName + "\"")
          + (newName == null || newGroup == null ? "" : ", ")
          + (newGroup == null ? "" : "group_title = \"" + newGroup + "\"");
    }
  }

  /// A filter that takes away.
  ///
  /// @param plain whether the value is a plain text that is contained
  record Asked(KnownField field, boolean plain, String value) {

    Pattern compiled() {
      return insensitive(plain ? Pattern.quote(value) : value);
    }

    Filter filter() {
      return new Filter(Filter.Mode.EXCLUDE,
          field.ruleName() + (plain ? " contains \"" : " matches \"") + value.replace("\\", "\\\\") + "\"", true);
    }
  }

  static final List<Mapped> RULES = List.of(
      new Mapped("^(.*?) (?:FHD|UHD|HEVC|4K|HD|SD)$", "$1", null),
      new Mapped("!^([A-Z]{2,3}) ?[:|-] *(.+)$", "$2 [$1]", null),
      new Mapped("^(.*) \\(backup\\)", "$1", null),
      new Mapped("^(.*?)\\s+S(\\d+) E(\\d+)", "$1 S$2E$3", null),
      new Mapped("\\bsky (?:sports?|cinema)\\b", null, "Sky"),
      new Mapped("\\b(?:racing|motor|formula)\\b", null, "Racing"),
      new Mapped("premier|la liga|bundesliga|serie a", null, "Football"),
      new Mapped("euro ?sport", null, "Sport"),
      new Mapped("discovery|geographic|history", null, "Documentary"),
      new Mapped("cartoon|nick(?:elodeon)?|disney", null, "Kids"),
      new Mapped("\\b(?:news|weather)\\b", null, "News"),
      new Mapped("^(.*?) *\\+1(.*)$", "$1 (+1)$2", null),
      new Mapped("^(.*?) *\\+24(.*)$", "$1 (+24)$2", null),
      new Mapped("^\\d+\\s*[.)]\\s*(.*)$", "$1", null),
      new Mapped("^(.*)\\b50 ?fps\\b(.*)", "$1$2", null),
      new Mapped("^(.*)[|]\\s*VIP(.*)", "$1$2", null),
      new Mapped("^(.*)\\[multi[- ]?sub\\](.*)$", "$1$2", null),
      new Mapped("^(.*) (?:ᴴᴰ|ʰᵈ)$", "$1", null),
      new Mapped("^(.*)\\braw\\b(.*)", "$1$2", null),
      new Mapped("^(.*)\\(low (?:bitrate|quality)\\)(.*)", "$1$2", null),
      new Mapped("pay[- ]?per[- ]?view|\\bppv\\b", null, "Events"),
      new Mapped("(?:music|mtv|vevo)\\b", null, "Music"),
      new Mapped("\\bfilm|\\bcine", null, "Films"),
      new Mapped("^(.*?)\\bh\\.?265\\b(.*)", "$1$2", null),
      new Mapped("^(.*?)\\s{2,}(.*)$", "$1 $2", null),
      new Mapped("^(.*) - part (\\d+)$", "$1 ($2)", null),
      new Mapped("^(?:the|le|la|el|il) (.*)$", "$1", null),
      new Mapped("^(.*)\\bregional(?:e|es)?\\b(.*)", "$1$2", null),
      new Mapped("^(.*) \\((\\d{4})\\)$", "$1, $2", null),
      new Mapped("^\\s+|\\s+$", "?", null));

  static final List<Asked> FILTERS = List.of(
      new Asked(KnownField.GROUP_TITLE, true, "adult"),
      new Asked(KnownField.GROUP_TITLE, true, "xxx"),
      new Asked(KnownField.GROUP_TITLE, true, "24/7"),
      new Asked(KnownField.GROUP_TITLE, false, "(?:test|backup)$"),
      new Asked(KnownField.GROUP_TITLE, false, "^\\|(?:fi|gr|tr)\\|"),
      new Asked(KnownField.CHANNEL_NAME, true, "placeholder"),
      new Asked(KnownField.CHANNEL_NAME, true, "no signal"),
      new Asked(KnownField.CHANNEL_NAME, false, "^#{2,}"),
      new Asked(KnownField.CHANNEL_NAME, false, "\\b(?:shop|auction|teleshopping)\\b"),
      new Asked(KnownField.CHANNEL_NAME, false, "test ?(?:card|channel)"));

  private final Matcher[] rules = RULES.stream().map(rule -> rule.compiled().matcher("")).toArray(Matcher[]::new);
  private final Matcher[] filters = FILTERS.stream().map(filter -> filter.compiled().matcher(""))
      .toArray(Matcher[]::new);
  private String name = "";
  private String group = "";

  private static Pattern insensitive(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  String name() {
    return name;
  }

  String group() {
    return group;
  }

  /// Whether the channel stays; then [#name] and [#group] are what the rules make of its texts.
  boolean keeps(Channel channel) {
    name = channel.text(KnownField.CHANNEL_NAME);
    group = channel.text(KnownField.GROUP_TITLE);
    for (int i = 0; i < rules.length; i++) {
      Matcher matcher = rules[i].reset(name);
      if (matcher.find()) {
        Mapped rule = RULES.get(i);
        name = rule.newName() == null ? name : filled(matcher, rule.newName());
        group = rule.newGroup() == null ? group : rule.newGroup();
      }
    }
    for (int i = 0; i < filters.length; i++) {
      if (filters[i].reset(FILTERS.get(i).field() == KnownField.GROUP_TITLE ? group : name).find()) {
        return false;
      }
    }
    return true;
  }

  private static String filled(Matcher matcher, String template) {
    var text = new StringBuilder();
    matcher.appendReplacement(text, template);
    return text.substring(matcher.start());
  }
}
