package app.lineup.cli.commands;

import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.model.Fetching;
import app.lineup.model.Fetching.Header;
import app.lineup.model.Location;
import app.lineup.model.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How lists are fetched that have an address (`HTTP-88`), and addresses that stand in a file because everybody on the
/// computer can see what is typed.
final class FetchOptions {

  private static final String USER_AGENT = "User-Agent";

  private FetchOptions() {}

  /// The sources that were typed, in their order, then those of the files.
  static List<Source> sources(ParsedCommand call) throws UsageException {
    List<String> words = new ArrayList<>(call.inputs());
    for (String file : call.all(Option.SOURCE_FILE)) {
      words.addAll(addresses(file));
    }
    return asTyped(call, Inputs.all(words));
  }

  /// The same sources, each that has an address fetched as was typed; what was not typed stays as it is.
  static List<Source> asTyped(ParsedCommand call, List<Source> sources) throws UsageException {
    Fetching how = how(call);
    return how.equals(Fetching.PLAIN) ? sources
        : sources.stream().map(source -> source.location() instanceof Location.OfUrl
            ? new Source(source.name(), source.location(), source.id(), how) : source).toList();
  }

  /// Whether a source was named, wherever it stands.
  static boolean hasSources(ParsedCommand call) {
    return !call.inputs().isEmpty() || call.has(Option.SOURCE_FILE);
  }

  /// An address a line; a line that is blank or begins with `#` says nothing.
  private static List<String> addresses(String file) throws UsageException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      List<String> addresses =
          lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
      if (addresses.isEmpty()) {
        throw new UsageException(file, Texts.get("usage.source-file-empty"), Texts.get("usage.source-file.advice"));
      }
      return addresses;
    } catch (IOException | UncheckedIOException | InvalidPathException _) {
      throw new UsageException(file, Texts.get("usage.source-file"), Texts.get("usage.source-file.advice"));
    }
  }

  private static Fetching how(ParsedCommand call) throws UsageException {
    List<Header> headers = new ArrayList<>();
    for (String text : call.all(Option.HEADER)) {
      headers.add(Header.parse(text).orElseThrow(() -> wrong(Option.HEADER)));
    }
    Optional<String> agent = call.one(Option.USER_AGENT);
    if (agent.isPresent()) {
      if (agent.get().isBlank() || !Header.isValue(agent.get())) {
        throw wrong(Option.USER_AGENT);
      }
      headers.add(new Header(USER_AGENT, agent.get()));
    }
    return new Fetching(headers, Optional.empty(), call.has(Option.INSECURE));
  }

  /// The value is not repeated: it may be a secret.
  private static UsageException wrong(Option option) {
    return new UsageException(option.shown(), Texts.get("usage.no-header"), Texts.get(option.textKey() + ".advice"));
  }
}
