package app.lineup.rule.editor;

import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import app.lineup.model.channel.MediaType;
import app.lineup.rule.syntax.Dialect;
import app.lineup.rule.syntax.Expectations;
import app.lineup.rule.syntax.FieldReader;
import app.lineup.rule.syntax.GroupScope;
import app.lineup.rule.syntax.Lexer;
import app.lineup.rule.syntax.RuleFormat;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.Token;
import app.lineup.rule.syntax.Vocabulary;
import app.lineup.rule.syntax.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds how a text could go on at a caret. Not thread-safe; used by one thread, once.
///
/// The parser reads what stands before the word at the caret, and what it asks for at the end of that is what is
/// offered: nothing is offered that it would not take.
final class Completion {

  private static final int MOST_VALUES = 20;
  private static final List<String> MARKS = List.of("(", ")", ",");

  private final Dialect dialect;
  private final String text;
  private final int caret;
  private final SeenValues seen;
  private final List<Candidate> found = new ArrayList<>();

  Completion(Dialect dialect, String text, int caret, SeenValues seen) {
    this.dialect = dialect;
    this.text = text;
    this.caret = Math.clamp(caret, 0, text.length());
    this.seen = seen;
  }

  List<Candidate> candidates() {
    for (Token token : Lexer.tokens(text)) {
      boolean inside = token.from() < caret && caret < token.to();
      boolean atEnd = token.from() < caret && caret == token.to();
      switch (token.kind()) {
        case WORD, VALUE -> {
          if (inside || atEnd) {
            return anything(token.from(), token.to());
          }
        }
        case QUOTED, PLAIN -> {
          if (inside) {
            return inQuotes(token, token.to());
          }
        }
        case UNCLOSED -> {
          if (inside || atEnd) {
            return inQuotes(token, caret);
          }
        }
        case NUMBER, FILLED, SIGN, OPENING, CLOSING, COMMA, OTHER, END -> {
          if (inside) {
            return List.of();
          }
        }
      }
    }
    return anything(caret, caret);
  }

  private List<Candidate> anything(int from, int to) {
    Expectations wanted = RuleParser.wanted(dialect, text.substring(0, from));
    String typed = text.substring(from, caret).toLowerCase(Locale.ROOT);
    wanted.valueOf().ifPresent(field -> values(field, wanted, from, to));
    List<String> words = new ArrayList<>(wanted.words());
    if (words.stream().anyMatch(word -> !MARKS.contains(word))) {
      words.removeAll(MARKS);
    }
    if (words.contains("is_empty")) {
      words.replaceAll(word -> word.equals("NOT") ? "not" : word);
    }
    words.stream().filter(word -> word.toLowerCase(Locale.ROOT).startsWith(typed)).forEach(word -> add(word, from, to));
    if (typed.length() > 1) {
      words.stream().filter(word -> word.toLowerCase(Locale.ROOT).indexOf(typed) > 0)
          .forEach(word -> add(word, from, to));
    }
    return List.copyOf(found);
  }

  private void add(String name, int from, int to) {
    Word word = Vocabulary.word(name).orElse(null);
    String insert = name.equals("attr") ? "attr(\"" : name;
    if (word == null) {
      found.add(new Candidate(from, to, insert, Span.Kind.PARENTHESIS, ""));
      return;
    }
    found.add(new Candidate(from, to, insert, kind(word.kind()), name.startsWith("not_") && !word.name().equals(name)
        ? "not: " + word.says() : word.says()));
  }

  private static Span.Kind kind(Word.Kind kind) {
    return switch (kind) {
      case FIELD, READ_ONLY, PROGRAMME -> Span.Kind.FIELD;
      case OPERATOR, ASSIGNMENT -> Span.Kind.OPERATOR;
      case KEYWORD, ACTION -> Span.Kind.KEYWORD;
      case VALUE -> Span.Kind.VALUE;
    };
  }

  /// Where a value is to begin.
  private void values(Field field, Expectations wanted, int from, int to) {
    String typed = text.substring(from, caret);
    if (field == ProgrammeField.START || field == ProgrammeField.STOP) {
      Stream.of("now", "today", "tomorrow", "yesterday").map(name -> "@time:" + name)
          .filter(value -> value.startsWith(typed)).forEach(value -> special(value, "@time:now", from, to));
    }
    if (field == KnownField.TVG_LOGO && wanted.assigned()) {
      Stream.of("@logo:https://", "@logo:none").filter(value -> value.startsWith(typed))
          .forEach(value -> special(value, "@logo:", from, to));
    }
    if (!typed.startsWith("@")) {
      seen(field, typed).forEach(value -> found.add(new Candidate(from, to, quoted(value, '"'), Span.Kind.STRING, "")));
    }
    if (typed.isEmpty() && found.isEmpty()) {
      special("\"", "\"text\"", from, to);
    }
  }

  private void special(String insert, String word, int from, int to) {
    String says = Vocabulary.word(word).map(Word::says).orElse("");
    found.add(new Candidate(from, to, insert, insert.equals("\"") ? Span.Kind.STRING : Span.Kind.VALUE, says));
  }

  private List<Candidate> inQuotes(Token token, int to) {
    Expectations wanted = RuleParser.wanted(dialect, text.substring(0, token.from()));
    char quote = text.charAt(token.from());
    String typed = text.substring(token.from() + 1, caret);
    int open = typed.lastIndexOf("${");
    if (wanted.assigned() && quote == '"' && open >= 0 && typed.indexOf('}', open) < 0) {
      return placeholders(wanted, token.from() + 1 + open, typed.substring(open + 2).toLowerCase(Locale.ROOT));
    }
    if (wanted.assigned() && quote == '"' && typed.endsWith("$")) {
      return placeholders(wanted, caret - 1, "");
    }
    wanted.valueOf().ifPresent(field -> seen(field, typed.replace("\\\"", "\"").replace("\\\\", "\\")).forEach(value ->
        found.add(new Candidate(token.from(), to, quoted(value, quote), Span.Kind.STRING, ""))));
    return List.copyOf(found);
  }

  /// @param from where the `$` stands
  private List<Candidate> placeholders(Expectations wanted, int from, String typed) {
    GroupScope groups = wanted.groups();
    int to = caret < text.length() && text.charAt(caret) == '}' ? caret + 1 : caret;
    if (caret == from + 1 && groups.patterns() > 0) {
      IntStream.rangeClosed(groups.groups() == 0 ? 0 : 1, Math.min(groups.groups(), 20))
          .forEach(number -> placeholder("$" + number, "$1", from, caret));
    }
    groups.names().stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(typed))
        .forEach(name -> placeholder("${" + name + "}", "${name}", from, to));
    FieldReader.names(Dialect.RULE, List.of()).stream().filter(name -> !name.equals("attr") && name.startsWith(typed))
        .forEach(name -> placeholder("${" + name + "}", name, from, to));
    return List.copyOf(found);
  }

  private void placeholder(String insert, String word, int from, int to) {
    String says = Vocabulary.word(word).map(Word::says).orElse("");
    found.add(new Candidate(from, to, insert, Span.Kind.PLACEHOLDER, says));
  }

  private Set<String> seen(Field field, String prefix) {
    Set<String> values = new LinkedHashSet<>();
    if (field == DerivedField.MEDIA_TYPE) {
      Stream.of(MediaType.values()).map(MediaType::ruleName)
          .filter(name -> name.startsWith(prefix.toLowerCase(Locale.ROOT))).forEach(values::add);
    }
    seen.of(field, prefix, MOST_VALUES).stream()
        .filter(value -> !value.isEmpty() && value.indexOf('\n') < 0 && value.indexOf('\r') < 0).forEach(values::add);
    return values;
  }

  /// As a text in the quotes that the user began with, where it can stand in them.
  private static String quoted(String value, char quote) {
    return quote == '\'' && value.indexOf('\'') < 0 ? quote + value + quote : RuleFormat.quoted(value);
  }
}
