package app.lineup.app.session;

import app.lineup.library.Library;
import app.lineup.library.LibrarySource;
import app.lineup.library.LogoSpace;
import app.lineup.library.RuleRow;
import app.lineup.library.Sequence;
import app.lineup.library.Setting;
import app.lineup.model.Address;
import app.lineup.model.Deduplication;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.LogoPlan;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.RuleKind;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Strategies;
import app.lineup.pipeline.Tuning;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What a run is made of, out of a [Library]: the same library gives the same plan, in the window and in the terminal.
/// Immutable.
///
/// @param library what the user made
/// @param data    where the library and what belongs to it lie
public record LibraryPlan(Library library, LibraryFolder data) {

  /// The lists that take part, in the order of their channels.
  public List<Source> sources() {
    return library.sources().stream().filter(LibrarySource::on).flatMap(source -> source(source).stream()).toList();
  }

  /// A source as a run takes it; empty where its place cannot be one on this system, as after a move from another.
  public Optional<Source> source(LibrarySource source) {
    Optional<Location> location = switch (source.place()) {
      case SAMPLE -> Optional.of(new Location.OfFile(data.sample()));
      case FILE -> path(source.text()).map(Location.OfFile::new);
      case URL -> Address.parse(source.text()).map(Location.OfUrl::new);
    };
    return location.map(place -> new Source(source.name(), place));
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// The mapping rules, on or off.
  public List<Rule> rules() {
    return library.rules().stream().filter(row -> !row.kind().isFilter()).map(row -> new Rule(row.text(), row.on()))
        .toList();
  }

  /// The filters, on or off.
  public List<Filter> filters() {
    return library.rules().stream().filter(row -> row.kind().isFilter()).map(LibraryPlan::filter).toList();
  }

  private static Filter filter(RuleRow row) {
    return new Filter(row.kind() == RuleKind.INCLUDE ? Filter.Mode.INCLUDE : Filter.Mode.EXCLUDE, row.text(), row.on());
  }

  /// What becomes of separator rows.
  public SeparatorPolicy separators() {
    String name = library.setting(Setting.SEPARATORS).orElse("");
    return Stream.of(SeparatorPolicy.values()).filter(policy -> policy.name().equals(name)).findFirst()
        .orElse(SeparatorPolicy.KEEP);
  }

  /// The order of the channels.
  public Order order() {
    String name = library.setting(Setting.SEQUENCE).orElse("");
    Sequence sequence = Stream.of(Sequence.values()).filter(one -> one.name().equals(name)).findFirst()
        .orElse(Sequence.LOADED);
    return switch (sequence) {
      case LOADED -> Order.AS_LOADED;
      case GROUPS -> Order.BY_GROUP_AND_NAME;
      case NAMES -> Order.BY_NAME;
    };
  }

  /// Whether a new playlist is on the disk before it takes the place of the old one.
  public boolean durable() {
    return !Boolean.toString(false).equals(library.setting(Setting.DURABLE).orElse(""));
  }

  /// What is done about pictures: nothing, until somebody asks for it, since it tells other people's servers which
  /// channels one has.
  public LogoPlan logos() {
    return Boolean.toString(true).equals(library.setting(Setting.LOGOS).orElse(""))
        ? new LogoPlan.On(data.logos(), LogoSpace.of(library.setting(Setting.LOGO_SPACE).orElse("")).bytes(), true)
        : new LogoPlan.Off();
  }

  /// Which strategies are preferred. A name that another version of the program wrote counts as none.
  public Tuning tuning() {
    Map<String, String> preferred = new HashMap<>();
    for (StageType stage : StageType.values()) {
      Setting.of("strategy." + stage.id()).flatMap(library::setting).filter(name -> !name.isEmpty())
          .filter(name -> Strategies.all().getOrDefault(stage, List.of()).stream()
              .anyMatch(profile -> profile.name().equals(name)))
          .ifPresent(name -> preferred.put(stage.id(), name));
    }
    return new Tuning(preferred, OptionalInt.empty(), Deduplication.NONE);
  }

  /// All of it.
  ///
  /// @param target    where the playlist goes
  /// @param numbering as [ChosenNumbering] understood it
  public RunPlan plan(Target target, Numbering numbering) {
    return new RunPlan(sources(), rules(), filters(), numbering, separators(), target, durable())
        .with(order()).with(logos()).with(tuning()).with(data.numbers());
  }
}
