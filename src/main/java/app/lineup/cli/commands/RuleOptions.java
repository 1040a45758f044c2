package app.lineup.cli.commands;

import app.lineup.cli.args.Expressions;
import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.model.Filter;
import app.lineup.model.NearestName;
import app.lineup.model.Rule;
import app.lineup.model.RuleKind;
import app.lineup.rule.set.ReadySets;
import app.lineup.rule.set.RuleSetException;
import app.lineup.rule.set.RuleSetFile;
import app.lineup.rule.set.SetEntry;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules and filters of a command line, all of them understood: first those of `--rules`, file by file as they were
/// named, then `--map`, `--include` and `--exclude`. Immutable.
///
/// @param rules   in the order in which they run
/// @param filters include and exclude filters
/// @param names   what each of the rules is called for the user
record RuleOptions(List<Rule> rules, List<Filter> filters, List<String> names) {

  RuleOptions {
    rules = List.copyOf(rules);
    filters = List.copyOf(filters);
    names = List.copyOf(names);
  }

  /// @param library whose rules come first
  /// @throws UsageException   if one that was typed cannot be understood
  /// @throws RuleSetException if a file is no rule set, or one of its rules that are on cannot be understood
  static RuleOptions of(ParsedCommand call, Optional<GivenLibrary> library) throws UsageException, RuleSetException {
    RuleOptions typed = of(call);
    return library.map(given -> given.before(typed)).orElse(typed);
  }

  private static RuleOptions of(ParsedCommand call) throws UsageException, RuleSetException {
    Expressions.verify(call);
    List<Rule> rules = new ArrayList<>();
    List<Filter> filters = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String word : call.all(Option.RULES)) {
      RuleSetFile file = file(word);
      if (!seen.add(file.file())) {
        throw new UsageException(word, Texts.get("usage.rules-twice"), Texts.get("usage.rules-twice.advice"));
      }
      file.verify();
      rules.addAll(file.set().rules());
      filters.addAll(file.set().filters());
      List<SetEntry> entries = file.set().entries();
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).kind() == RuleKind.RULE) {
          names.add(Texts.get("name.of-set", file.file(), i + 1));
        }
      }
    }
    List<String> typed = call.all(Option.MAP);
    for (int i = 0; i < typed.size(); i++) {
      rules.add(new Rule(typed.get(i), true));
      names.add(typed.size() == 1 ? Option.MAP.shown() : Texts.get("name.nth", Option.MAP.shown(), i + 1));
    }
    call.all(Option.INCLUDE).forEach(text -> filters.add(new Filter(Filter.Mode.INCLUDE, text, true)));
    call.all(Option.EXCLUDE).forEach(text -> filters.add(new Filter(Filter.Mode.EXCLUDE, text, true)));
    return new RuleOptions(rules, filters, names);
  }

  /// The rule set that a word names: a file, or a ready-made one.
  static RuleSetFile file(String word) throws UsageException, RuleSetException {
    if (!word.startsWith(ReadySets.PREFIX)) {
      return RuleSetFile.read(path(word));
    }
    String id = word.substring(ReadySets.PREFIX.length());
    if (!ReadySets.ids().contains(id)) {
      String near = NearestName.to(id, ReadySets.ids());
      String meant = near.isEmpty() ? "" : Texts.get("usage.did-you-mean", ReadySets.PREFIX + near) + " ";
      throw new UsageException(word, Texts.get("usage.no-ready"),
          meant + Texts.get("usage.there-are", String.join(", ", ReadySets.ids())));
    }
    return ReadySets.of(id);
  }

  private static Path path(String word) throws UsageException {
    String option = Option.RULES.shown();
    if (word.isEmpty()) {
      throw new UsageException(option, Texts.get("usage.empty-name"), Texts.get("usage.empty-name.advice"));
    }
    if (word.equals(Inputs.STANDARD) || word.contains("://")) {
      throw new UsageException(option, Texts.get("usage.rules-file"), Texts.get("usage.rules-file.advice"));
    }
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new UsageException(word, Texts.get("usage.no-path", e.getReason()), Texts.get("usage.no-path.advice"));
    }
  }
}
