package app.lineup.cli.commands;

import app.lineup.app.session.LibraryPlan;
import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.library.Setting;
import app.lineup.serve.ServePlan;
import app.lineup.serve.Token;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/// Makes a plan of a `serve` as it was typed: every value judged, nothing opened yet.
final class ServeOrder {

  /// Always the same, so that the address can stay in a player; not one that development servers fight for.
  private static final int DEFAULT_PORT = 8787;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private ServeOrder() {}

  /// @param library whose playlist is served, at its own port and address, where nothing else is typed
  static ServePlan of(ParsedCommand call, Optional<LibraryPlan> library) throws UsageException {
    Optional<String> port = call.one(Option.PORT).or(() -> setting(library, Setting.SERVER_PORT));
    Optional<String> token = call.one(Option.TOKEN).or(() -> setting(library, Setting.SERVER_TOKEN));
    Path file = library.isPresent() && call.inputs().isEmpty()
        ? library.get().data().published() : Inputs.served(call.inputs());
    return new ServePlan(file, bind(call.one(Option.BIND)), port(port), token(token));
  }

  private static Optional<String> setting(Optional<LibraryPlan> library, Setting setting) {
    return library.flatMap(plan -> plan.library().setting(setting)).filter(text -> !text.isBlank());
  }

  private static int port(Optional<String> text) throws UsageException {
    if (text.isEmpty()) {
      return DEFAULT_PORT;
    }
    try {
      int port = Integer.parseInt(text.get());
      if (port >= 0 && port <= ServePlan.LAST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw wrongValue(Option.PORT, text.get());
    }
    throw wrongValue(Option.PORT, text.get());
  }

  /// What is wrong with a token is said without it.
  private static Token token(Optional<String> text) throws UsageException {
    if (text.isEmpty()) {
      return Token.random();
    }
    if (!Token.isToken(text.get())) {
      throw new UsageException(
          Option.TOKEN.shown(), Texts.get("usage.token"), Texts.get(Option.TOKEN.textKey() + ".advice"));
    }
    return new Token(text.get());
  }

  private static InetAddress bind(Optional<String> text) throws UsageException {
    try {
      // An empty name would be the loopback address.
      if (text.isPresent() && text.get().isBlank()) {
        throw wrongValue(Option.BIND, text.get());
      }
      return text.isEmpty() ? InetAddress.getByAddress(LOOPBACK) : InetAddress.getByName(text.get());
    } catch (UnknownHostException e) {
      throw wrongValue(Option.BIND, text.orElse(""));
    }
  }

  private static UsageException wrongValue(Option option, String value) {
    return new UsageException(
        option.shown(), Texts.get("usage.wrong-value", value), Texts.get(option.textKey() + ".advice"));
  }
}
