package app.lineup.cli.commands;

import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Amounts;
import app.lineup.cli.output.JsonOutput;
import app.lineup.cli.output.Problem;
import app.lineup.cli.output.Terminal;
import app.lineup.cli.output.TerminalPrinter;
import app.lineup.cli.output.Texts;
import app.lineup.problem.PipelineException;
import app.lineup.serve.Fetch;
import app.lineup.serve.PlaylistServer;
import app.lineup.serve.ServePlan;
import java.net.URI;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// `lineup serve`: serves a playlist and says who fetches it, until its thread is interrupted.
record ServeCommand(Terminal terminal, TerminalPrinter err, PlaylistService runs) {

  /// How many lines wait for a slow terminal. The requests themselves never wait for it.
  private static final int MOST_WAITING = 1000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  int run(ParsedCommand call) throws UsageException, PipelineException {
    Optional<GivenLibrary> library = GivenLibrary.of(call, runs);
    library.ifPresent(GivenLibrary::close);
    ServePlan plan = ServeOrder.of(call, library.map(GivenLibrary::plan));
    if (Files.isDirectory(plan.file())) {
      throw new PipelineException(PipelineException.Kind.USER, plan.file().toString(), Texts.get("serve.folder"),
          Texts.get("serve.folder.advice"));
    }
    boolean quiet = call.has(Option.QUIET);
    BlockingQueue<Fetch> fetches = new ArrayBlockingQueue<>(MOST_WAITING);
    var missed = new AtomicLong();
    try (PlaylistServer server = runs.serve(plan, fetch -> {
      if (!quiet && !fetches.offer(fetch)) {
        missed.incrementAndGet();
      }
    })) {
      announce(plan, server.addresses(), call.has(Option.JSON), quiet);
      while (true) {
        tell(fetches.take(), missed.getAndSet(0));
      }
    } catch (InterruptedException e) {
      // The one way to end it, and so no failure to be told.
      if (!quiet) {
        err.say(Texts.get("serve.stopped"));
      }
      return Problem.Kind.CANCELLED.exitCode();
    }
  }

  private void announce(ServePlan plan, List<URI> addresses, boolean json, boolean quiet) throws PipelineException {
    if (!plan.isLocal()) {
      err.say(Texts.get("serve.open"));
    }
    if (plan.token().isWeak()) {
      err.say(Texts.get("serve.token.weak"));
    }
    if (!quiet && !Files.exists(plan.file())) {
      err.say(Texts.get("serve.missing", plan.file()));
    }
    var out = new TerminalPrinter(terminal.out(), terminal.outCharset());
    if (json) {
      out.sayDocument(JsonOutput.document(voice -> voice.served(addresses)));
    } else {
      if (!quiet) {
        err.say(Texts.get("serve.at", plan.file()));
      }
      addresses.forEach(address -> out.sayText(address + System.lineSeparator()));
    }
    out.verify();
  }

  private void tell(Fetch fetch, long missed) {
    if (missed > 0) {
      err.say(Texts.get("serve.missed", Amounts.count(missed)));
    }
    String key = fetch.complete() ? "serve.fetch" : "serve.fetch.broken";
    err.say(Texts.get(key, TIME.format(fetch.at()), fetch.client(), Texts.get("serve.status." + fetch.status()),
        Amounts.bytes(fetch.bytes()), Amounts.time(fetch.took()), fetch.userAgent()).stripTrailing());
  }
}
