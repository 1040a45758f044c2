package app.lineup.cli.commands;

import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.model.Address;
import app.lineup.model.Location;
import app.lineup.model.Source;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Turns what was typed into places.
final class Inputs {

  /// Stands for standard input or output.
  static final String STANDARD = "-";

  private Inputs() {}

  /// The sources in their order; at least one, and standard input at most once.
  static List<Source> all(List<String> words) throws UsageException {
    if (words.isEmpty()) {
      throw new UsageException("IN", Texts.get("usage.no-input"), Texts.get("usage.no-input.advice"));
    }
    List<Source> sources = new ArrayList<>();
    boolean standard = false;
    for (String word : words) {
      if (word.equals(STANDARD) && standard) {
        throw new UsageException(STANDARD, Texts.get("usage.stdin-twice"), Texts.get("usage.stdin-twice.advice"));
      }
      standard |= word.equals(STANDARD);
      Location location = location(word);
      sources.add(new Source(location.toString(), location));
    }
    return sources;
  }

  /// A guide: a file or an address.
  static Source guide(String word) throws UsageException {
    if (word.equals(STANDARD)) {
      throw new UsageException("--guide", Texts.get("usage.guide-stdin"), Texts.get("usage.guide-stdin.advice"));
    }
    Location location = location(word);
    return new Source(location.toString(), location);
  }

  /// The one source of a command that takes just one.
  static Source only(List<Source> sources) throws UsageException {
    if (sources.size() > 1) {
      throw new UsageException(
          sources.get(1).name(), Texts.get("usage.one-input"), Texts.get("usage.one-input.advice"));
    }
    return sources.getFirst();
  }

  /// The one file of a command that serves one.
  static Path served(List<String> words) throws UsageException {
    if (words.isEmpty()) {
      throw new UsageException("FILE", Texts.get("usage.no-file"), Texts.get("usage.no-file.advice"));
    }
    if (words.size() > 1) {
      throw new UsageException(words.get(1), Texts.get("usage.one-file"), Texts.get("usage.one-file.advice"));
    }
    String word = words.getFirst();
    if (word.equals(STANDARD) || word.contains("://")) {
      throw new UsageException(word, Texts.get("usage.only-files"), Texts.get("usage.only-files.advice"));
    }
    return path("FILE", word);
  }

  /// A file to write.
  static Path output(String subject, String text) throws UsageException {
    if (text.contains("://")) {
      throw new UsageException(subject, Texts.get("usage.output-address", text),
          Texts.get("usage.output-address.advice"));
    }
    return path(subject, text);
  }

  private static Path path(String subject, String text) throws UsageException {
    if (text.isEmpty()) {
      throw new UsageException(subject, Texts.get("usage.empty-name"), Texts.get("usage.empty-name.advice"));
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(text, Texts.get("usage.no-path", e.getReason()), Texts.get("usage.no-path.advice"));
    }
  }

  private static Location location(String word) throws UsageException {
    if (word.equals(STANDARD)) {
      return new Location.StandardInput();
    }
    return switch (Address.scheme(word)) {
      case "" -> new Location.OfFile(path("IN", word));
      case "http", "https" -> new Location.OfUrl(Address.parse(word).orElseThrow(() ->
          new UsageException(word, Texts.get("usage.no-address"), Texts.get("usage.no-address.advice"))));
      default -> throw new UsageException(word, Texts.get("usage.scheme"), Texts.get("usage.scheme.advice"));
    };
  }
}
