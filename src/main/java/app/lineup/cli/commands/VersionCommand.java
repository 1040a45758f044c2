package app.lineup.cli.commands;

import app.lineup.cli.output.Terminal;
import app.lineup.cli.output.TerminalPrinter;
import app.lineup.cli.output.Texts;
import app.lineup.problem.PipelineException;
import app.lineup.start.StartCache;
import app.lineup.start.StartCaches;
import app.lineup.start.StartState;
import java.util.Locale;

/// `lineup --version`, and with `--verbose` whether the program starts as quickly as it could; what is in the way of
/// that is mended where it can be. Not thread-safe; used by one thread.
///
/// @param version what is answered
record VersionCommand(Terminal terminal, String version) {

  int run() throws PipelineException {
    var out = new TerminalPrinter(terminal.out(), terminal.outCharset());
    out.say(version);
    out.verify();
    return 0;
  }

  int runVerbosely(StartCaches caches) throws PipelineException, InterruptedException {
    int exitCode = run();
    var out = new TerminalPrinter(terminal.out(), terminal.outCharset());
    for (StartCache cache : StartCache.values()) {
      StartState state = caches.state(cache);
      say(out, cache, state);
      if (!(state instanceof StartState.Used)) {
        mend(out, cache, caches);
      }
    }
    out.verify();
    return exitCode;
  }

  private static void mend(TerminalPrinter out, StartCache cache, StartCaches caches) throws InterruptedException {
    if (!caches.canRenew()) {
      out.say("  " + Texts.get("starts.not-renewed"));
      return;
    }
    out.say("  " + Texts.get("starts.renewing"));
    try {
      say(out, cache, caches.renew(cache));
    } catch (PipelineException e) {
      // Nothing is lost by it, so it is no failure of the command.
      out.say("  " + Texts.get("starts.no-renewal", e.subject(), e.what()));
    }
  }

  private static void say(TerminalPrinter out, StartCache cache, StartState state) {
    String said = switch (state) {
      case StartState.Used used -> Texts.get("starts.used", used.file());
      case StartState.Refused refused -> Texts.get("starts.refused", why(refused), refused.file());
      case StartState.Missing _ -> Texts.get("starts.missing");
    };
    out.say(Texts.get(key("starts.of.", cache)) + ": " + said);
  }

  private static String why(StartState.Refused refused) {
    String why = Texts.get(key("starts.why.", refused.why()));
    return refused.jvmReason().isEmpty() ? why : why + " (" + refused.jvmReason() + ")";
  }

  private static String key(String group, Enum<?> which) {
    return group + which.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
