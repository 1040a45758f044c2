package app.lineup.cli.commands;

import app.lineup.app.publish.WholeFile;
import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.LogoPlan;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.Target;
import app.lineup.model.guide.GuidePlan;
import app.lineup.model.guide.GuideSource;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.StageType;
import app.lineup.rule.set.RuleSetException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A `build` as it was ordered: every value judged, nothing opened yet.
///
/// @param plan      what decides the result
/// @param allowance what the run may use
/// @param report    where the parse reports go
record BuildOrder(RunPlan plan, ResourceLimits allowance, Optional<Path> report) {

  private static final String LOGO_STRATEGY = StageType.LOGO_PREFETCH.id() + "=";


  /// @param standardOutput takes the playlist where the target is `-`
  /// @param library        the one of `--library`; what is typed goes before what it says
  static BuildOrder of(ParsedCommand call, OutputStream standardOutput, Optional<GivenLibrary> library)
      throws UsageException, RuleSetException {
    List<Source> sources = sources(call, library);
    Target target = target(call, standardOutput);
    ResourceLimits allowance = ExecutionOptions.allowance(call);
    Optional<Path> report = report(call, target, sources);
    RuleOptions given = RuleOptions.of(call, library);
    boolean durable = call.has(Option.DURABLE) || library.isPresent() && library.get().plan().durable();
    var plan = new RunPlan(sources, given.rules(), given.filters(), OrderOptions.order(call, library),
        OrderOptions.numbering(call, library), separators(call, library), target, durable,
        ExecutionOptions.tuning(call), logos(call), guide(call, target, report, sources));
    return new BuildOrder(NumberOptions.join(call, plan.with(ExecutionOptions.limit(call)), report, library), allowance,
        report);
  }

  static List<Source> sources(ParsedCommand call, Optional<GivenLibrary> library) throws UsageException {
    return library.isPresent() ? library.get().sources(call) : FetchOptions.sources(call);
  }

  private static Target target(ParsedCommand call, OutputStream standardOutput) throws UsageException {
    String out = call.one(Option.OUTPUT).orElse("");
    if (out.isEmpty()) {
      throw new UsageException("-o OUT", Texts.get("usage.no-output"), Texts.get("usage.no-output.advice"));
    }
    if (!out.equals(Inputs.STANDARD)) {
      return new Target.OfFile(Inputs.output("-o", out));
    }
    if (call.has(Option.JSON)) {
      throw new UsageException("--json", Texts.get("usage.json-and-stdout"), Texts.get("usage.json-and-stdout.advice"));
    }
    return new Target.OfStream(standardOutput, Texts.get("name.stdout"));
  }

  private static Optional<Path> report(ParsedCommand call, Target target, List<Source> sources) throws UsageException {
    Optional<String> name = call.one(Option.REPORT);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (name.get().equals(Inputs.STANDARD)) {
      throw new UsageException("--report", Texts.get("usage.report-stdout"), Texts.get("usage.report-stdout.advice"));
    }
    Path report = Inputs.output("--report", name.get());
    if (target instanceof Target.OfFile(Path out, _) && isSame(out, report)) {
      throw new UsageException("--report", Texts.get("usage.report-is-output"),
          Texts.get("usage.report-is-output.advice"));
    }
    for (Source source : sources) {
      if (source.location() instanceof Location.OfFile(Path in) && isSame(in, report)) {
        throw new UsageException("--report", Texts.get("usage.report-is-input", in),
            Texts.get("usage.report-is-output.advice"));
      }
    }
    return Optional.of(report);
  }

  private static Optional<GuidePlan> guide(ParsedCommand call, Target target, Optional<Path> report,
      List<Source> sources)
      throws UsageException {
    List<String> words = call.all(Option.GUIDE);
    Optional<String> name = call.one(Option.GUIDE_OUT);
    List<Filter> filters = new ArrayList<>();
    call.all(Option.GUIDE_INCLUDE).forEach(text -> filters.add(new Filter(Filter.Mode.INCLUDE, text, true)));
    call.all(Option.GUIDE_EXCLUDE).forEach(text -> filters.add(new Filter(Filter.Mode.EXCLUDE, text, true)));
    if (words.isEmpty() && name.isEmpty() && !filters.isEmpty()) {
      Option first = filters.getFirst().mode() == Filter.Mode.INCLUDE ? Option.GUIDE_INCLUDE : Option.GUIDE_EXCLUDE;
      throw new UsageException(first.shown(), Texts.get("usage.no-guide"), Texts.get("usage.no-guide.advice"));
    }
    if (words.isEmpty() && name.isEmpty()) {
      return Optional.empty();
    }
    if (words.isEmpty()) {
      throw new UsageException("--guide-out", Texts.get("usage.no-guide"), Texts.get("usage.no-guide.advice"));
    }
    if (name.isEmpty()) {
      throw new UsageException("--guide", Texts.get("usage.no-guide-out"), Texts.get("usage.no-guide-out.advice"));
    }
    if (name.get().equals(Inputs.STANDARD)) {
      throw new UsageException("--guide-out", Texts.get("usage.guide-stdout"), Texts.get("usage.guide-stdout.advice"));
    }
    Path out = Inputs.output("--guide-out", name.get());
    List<GuideSource> guides = new ArrayList<>();
    List<Path> taken = new ArrayList<>(report.stream().toList());
    if (target instanceof Target.OfFile(Path playlist, _)) {
      taken.add(playlist);
    }
    for (String word : words) {
      guides.add(new GuideSource(Inputs.guide(word)));
    }
    Stream.concat(sources.stream(), guides.stream().map(GuideSource::source)).forEach(source -> {
      if (source.location() instanceof Location.OfFile(Path in)) {
        taken.add(in);
      }
    });
    if (taken.stream().anyMatch(path -> isSame(path, out))) {
      throw new UsageException("--guide-out", Texts.get("usage.guide-out-taken"),
          Texts.get("usage.guide-out-taken.advice"));
    }
    return Optional.of(new GuidePlan(guides, out, call.has(Option.DURABLE), filters));
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return new WholeFile(one).isSame(other);
    } catch (IOException unfollowed) {
      // Whoever opens it says why it cannot be had.
      return one.equals(other);
    }
  }

  static SeparatorPolicy separators(ParsedCommand call, Optional<GivenLibrary> library) throws UsageException {
    Optional<String> typed = call.one(Option.SEPARATORS);
    if (typed.isEmpty()) {
      return library.map(given -> given.plan().separators()).orElse(SeparatorPolicy.KEEP);
    }
    String text = typed.get();
    for (SeparatorPolicy policy : SeparatorPolicy.values()) {
      if (policy.name().equalsIgnoreCase(text)) {
        return policy;
      }
    }
    throw wrongValue(Option.SEPARATORS, text);
  }

  private static LogoPlan logos(ParsedCommand call) throws UsageException {
    String how = call.one(Option.LOGOS).orElse("off");
    Optional<String> folder = call.one(Option.LOGO_CACHE);
    if (!Option.LOGOS.choices().contains(how)) {
      throw wrongValue(Option.LOGOS, how);
    }
    if (how.equals("off")) {
      if (folder.isPresent() || call.one(Option.LOGO_CACHE_SIZE).isPresent()) {
        throw new UsageException(folder.isPresent() ? "--logo-cache" : "--logo-cache-size",
            Texts.get("usage.logos-off"), Texts.get("usage.logos-off.advice"));
      }
      Optional<String> wished = call.all(Option.STRATEGY).stream()
          .filter(word -> word.startsWith(LOGO_STRATEGY) && !word.endsWith("=skip_prefetch")).findFirst();
      if (wished.isPresent()) {
        throw new UsageException(
            wished.get(), Texts.get("usage.logo-strategy"), Texts.get("usage.logo-strategy.advice"));
      }
      return new LogoPlan.Off();
    }
    if (folder.isEmpty()) {
      throw new UsageException("--logos", Texts.get("usage.no-logo-cache"), Texts.get("usage.no-logo-cache.advice"));
    }
    Path cache = Inputs.output("--logo-cache", folder.get());
    long most = ExecutionOptions.size(call, Option.LOGO_CACHE_SIZE).orElse(LogoPlan.DEFAULT_MAX_BYTES);
    if (most < 1) {
      throw wrongValue(Option.LOGO_CACHE_SIZE, call.one(Option.LOGO_CACHE_SIZE).orElseThrow());
    }
    return new LogoPlan.On(cache, most, how.equals("fetch"));
  }

  static UsageException wrongValue(Option option, String value) {
    String advice = Texts.get(option.textKey() + ".advice");
    return new UsageException(option.shown(), Texts.get("usage.wrong-value", value), advice);
  }
}
