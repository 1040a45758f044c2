package app.lineup.rule.syntax;

import static app.lineup.rule.syntax.Word.Kind.ACTION;
import static app.lineup.rule.syntax.Word.Kind.ASSIGNMENT;
import static app.lineup.rule.syntax.Word.Kind.KEYWORD;
import static app.lineup.rule.syntax.Word.Kind.OPERATOR;
import static app.lineup.rule.syntax.Word.Kind.VALUE;

import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Every word and sign of the rule language, each with one line on it and an example: the one table that the parser,
/// the completion and the reference pages are made from. Thread-safe: constants.
public final class Vocabulary {

  private static final Map<String, Field> FIELDS = new LinkedHashMap<>();
  private static final List<Word> WORDS = new ArrayList<>();

  static {
    field(KnownField.CHANNEL_NAME, "the name that a player shows", "channel_name contains \"news\"");
    field(KnownField.GROUP_TITLE, "its group; A;B is compared as a whole and in each part",
        "group_title == \"Sports\"");
    field(KnownField.TVG_ID, "its id in the guide", "tvg_id is_empty");
    field(KnownField.TVG_NAME, "its name in the guide", "tvg_name starts_with \"UK\"");
    field(KnownField.TVG_LOGO, "the address of its logo", "tvg_logo not starts_with \"http\"");
    field(KnownField.TVG_SHIFT, "by how many hours its guide is shifted", "tvg_shift > 0");
    field(KnownField.TVG_CHNO, "its number", "tvg_chno less_than 100");
    field(KnownField.STREAM_URL, "the address of its stream", "stream_url ends_with \".m3u8\"");
    word(Word.Kind.FIELD, "attr", "any other attribute of its line, by name", "attr(\"catchup\") is_empty");
    trait(DerivedField.SOURCE_NAME, "the name of the list that it comes from", "source_name == \"Holiday home\"");
    trait(DerivedField.SOURCE_TYPE, "what kind of list that is: m3u, for example", "source_type == \"m3u\"");
    trait(DerivedField.SOURCE_URL, "where that list is, passwords masked", "source_url contains \"example.org\"");
    trait(DerivedField.MEDIA_TYPE, "live, movie, series or radio", "media_type in (\"movie\", \"series\")");
    programme(ProgrammeField.TITLE, "its title, in any language", "programme_title contains \"news\"");
    programme(ProgrammeField.SUBTITLE, "its subtitle, often the episode's name",
        "programme_subtitle not is_empty", "programme_sub_title");
    programme(ProgrammeField.DESCRIPTION, "what it is about", "programme_description contains \"repeat\"",
        "programme_desc");
    programme(ProgrammeField.CATEGORY, "any of its categories", "programme_category == \"Sports\"");
    programme(ProgrammeField.EPISODE, "its episode's number, in any way of counting",
        "programme_episode starts_with \"S01\"");
    programme(ProgrammeField.DATE, "when it was made, as written", "programme_date >= 2020");
    programme(ProgrammeField.CHANNEL, "the id of its channel", "programme_channel ends_with \".uk\"");
    programme(ProgrammeField.START, "when it begins: 2026-01-31 20:15, in this computer's time zone",
        "programme_start < @time:now+7d");
    programme(ProgrammeField.STOP, "when it ends, written as the start", "programme_stop > @time:now", "programme_end");
    programme(ProgrammeField.LENGTH, "how many minutes it lasts", "programme_length >= 60");

    operator("contains", "the value stands somewhere in the text", "channel_name contains \"news\"");
    operator("equals", "the text is the value; numbers are compared as numbers", "tvg_chno equals 7", "==");
    operator("matches", "the value, a regular expression, is found in the text", "channel_name matches \"^UK.*HD$\"",
        "=~");
    operator("starts_with", "the text begins with the value", "channel_name starts_with \"UK:\"");
    operator("ends_with", "the text ends with the value", "channel_name ends_with \" HD\"");
    operator("in", "the text is one of the values", "group_title in (\"News\", \"Sports\")");
    operator("greater_than", "the text is more than the value", "tvg_chno greater_than 100", ">");
    operator("less_than", "the text is less than the value", "tvg_chno < 100", "<");
    operator("greater_than_or_equal", "the text is the value or more", "tvg_chno >= 100", ">=");
    operator("less_than_or_equal", "the text is the value or less", "tvg_shift <= -1", "<=");
    operator("is_empty", "there is no text, or spaces alone", "tvg_id is_empty");
    word(OPERATOR, "not_contains", "like every comparison with not_ before it: true where that is false",
        "channel_name not_contains \"test\"");
    word(OPERATOR, "!=", "not_equals", "group_title != \"News\"");
    word(OPERATOR, "!~", "not_matches", "channel_name !~ \"\\d+$\"");

    word(KEYWORD, "AND", "both sides are true; binds tighter than OR",
        "group_title == \"UK\" AND channel_name contains \"news\"");
    word(KEYWORD, "OR", "either side is true", "tvg_id is_empty OR tvg_logo is_empty");
    word(KEYWORD, "NOT", "what follows is false; binds tighter than AND",
        "NOT (channel_name contains \"HD\" OR tvg_id is_empty)");
    word(KEYWORD, "not", "before a comparison: true where that is false", "channel_name not contains \"test\"");
    word(KEYWORD, "case_sensitive", "upper and lower case differ; before the comparison or after its value",
        "channel_name contains \"BBC\" case_sensitive");
    word(KEYWORD, "ignore_accents",
        "é is e, also in what matches looks for; where case_sensitive may stand, alone or beside it",
        "channel_name contains \"tele\" ignore_accents");

    action("SET",
        "gives fields new texts; each sees the channel as it was before the rule, several for one field act in turn",
        "channel_name matches \"^UK: (.*)$\" SET channel_name = \"$1\", group_title = \"UK\"");
    action("REMOVE", "drops the channel", "channel_name contains \"test\" REMOVE");

    assignment("=", "the text becomes the value", "SET group_title = \"TV\"");
    assignment("?=", "the text becomes the value where it is empty", "SET tvg_name ?= \"${channel_name}\"");
    assignment("+=", "the value is put behind the text", "tvg_chno > 900 SET channel_name += \" (extra)\"");
    assignment("-=", "the value is taken out of the text wherever it stands; of a group A;B that part",
        "SET channel_name -= \" FHD\"");

    word(VALUE, "\"text\"", "a text; \\\" is a quote in it and \\\\ a backslash",
        "channel_name contains \"say \\\"hi\\\"\"");
    word(VALUE, "'text'", "a text that stands as it is", "channel_name matches '\\d+ \"live\"'");
    word(VALUE, "number", "a number needs no quotes", "tvg_chno == 10.1");
    set("$1",
        "what the first group of the first true matches has caught; $0 is the whole match, $10 the tenth group",
        "channel_name =~ \"(.*) HD$\" SET channel_name = \"$1\"");
    set("${name}", "what a named group has caught", "channel_name =~ \"^(?<land>..):\" SET group_title = \"${land}\"");
    set("${field}", "the text of a field", "SET channel_name = \"${group_title}: ${channel_name}\"");
    set("${field|upper}",
        "changed before it is filled in, one after the other: " + TextFunction.EXPECTED,
        "SET tvg_logo = \"http://logos.example/${channel_name|slug}.png\"");
    word(VALUE, "@time:now",
        "this moment; also today, tomorrow, yesterday or 2026-01-31T20:15, then +2h or -30m, in m, h, d, w",
        "programme_start >= @time:today+20h", Dialect.PROGRAMMES);
    set("@logo:", "the checked web address of a picture; @logo:none is none. For tvg_logo alone",
        "tvg_logo is_empty SET tvg_logo = @logo:https://example.org/tv.png");
  }

  private Vocabulary() {}

  /// All words, chapter by chapter.
  public static List<Word> words() {
    return List.copyOf(WORDS);
  }

  /// The field of that name, in any case and spelling.
  public static Optional<Field> field(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(FIELDS.get(lower.startsWith("program_") ? lower.replaceFirst("_", "me_") : lower));
  }

  /// The names of that kind.
  public static List<String> names(Word.Kind kind) {
    return WORDS.stream().filter(word -> word.kind() == kind).map(Word::name).toList();
  }

  /// The word that is written so, `not_` before a comparison aside.
  public static Optional<Word> word(String written) {
    return WORDS.stream().filter(word -> word.name().equals(written)).findFirst()
        .or(() -> written.startsWith("not_") ? word(written.substring("not_".length())) : Optional.empty());
  }

  /// A sign that stands for a comparison's name, and that name.
  static Map<String, String> signs() {
    Map<String, String> signs = new LinkedHashMap<>(Map.of("!=", "not_equals", "!~", "not_matches"));
    for (Word word : WORDS) {
      if (word.kind() == OPERATOR) {
        word.also().forEach(sign -> signs.put(sign, word.name()));
      }
    }
    return signs;
  }

  private static void field(KnownField field, String says, String example) {
    add(Word.Kind.FIELD, field, says, example, Dialect.FILTER, List.of());
  }

  private static void trait(DerivedField field, String says, String example) {
    add(Word.Kind.READ_ONLY, field, says, example, Dialect.FILTER, List.of());
  }

  private static void programme(ProgrammeField field, String says, String example, String... also) {
    add(Word.Kind.PROGRAMME, field, says, example, Dialect.PROGRAMMES, List.of(also));
  }

  private static void add(
      Word.Kind kind, Field field, String says, String example, Dialect dialect, List<String> also) {
    FIELDS.put(field.ruleName(), field);
    also.forEach(name -> FIELDS.put(name, field));
    WORDS.add(new Word(kind, field.ruleName(), also, says, example, dialect));
  }

  private static void operator(String name, String says, String example, String... signs) {
    WORDS.add(new Word(OPERATOR, name, List.of(signs), says, example, Dialect.FILTER));
  }

  private static void action(String name, String says, String example) {
    word(ACTION, name, says, example, Dialect.RULE);
  }

  private static void assignment(String name, String says, String example) {
    word(ASSIGNMENT, name, says, example, Dialect.RULE);
  }

  private static void set(String name, String says, String example) {
    word(VALUE, name, says, example, Dialect.RULE);
  }

  private static void word(Word.Kind kind, String name, String says, String example) {
    word(kind, name, says, example, Dialect.FILTER);
  }

  private static void word(Word.Kind kind, String name, String says, String example, Dialect dialect) {
    WORDS.add(new Word(kind, name, List.of(), says, example, dialect));
  }
}
