package app.lineup.arch;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The plan of the house: which rooms there are, who may import whom, and why. A room may be empty.
final class House {

  static final String BASE = "app.lineup";

  /// What every other room may import.
  static final List<String> FOUNDATION = List.of("problem", "files");

  /// The engine's rooms, each of which may import those before it.
  static final List<String> ENGINE =
      List.of("engine.watch", "engine.memory", "engine.flow", "engine.record", "engine.rest", "engine.sort",
          "engine.strategy",
          "engine.run");

  /// The engine as far as those need it who only keep and hand on data.
  private static final List<String> ENGINE_TO_REST = ENGINE.subList(0, 5);

  /// The rooms of the rule language, each of which may import those before it.
  private static final List<String> RULE = List.of("rule.syntax", "rule.pattern", "rule", "rule.editor", "rule.set");

  /// The rooms of M3U lists: the grammar, and what reads and writes by it.
  private static final List<String> M3U = List.of("m3u", "m3u.scan", "m3u.write", "m3u.codec");

  /// The rooms below `pipeline`, one a stage.
  static final List<String> STAGES = Stream.of("load", "map", "filter", "number", "logo", "generate", "output", "guide")
      .map(stage -> "pipeline." + stage).toList();

  /// What the program does for whoever asks; each may use what they have in common, and none another.
  static final List<String> APP = Stream.of("census", "preview", "explain", "lineup", "refresh", "publish", "session")
      .map(room -> "app." + room).toList();

  /// The views of the window, each with a room for what it decides and one for its controls.
  static final List<String> VIEWS =
      List.of("shell", "channels", "sources", "rules", "guide", "run", "publish", "settings");

  /// How many files a package may hold.
  private static final int MOST_FILES = 48;

  /// What the program talks about.
  private static final List<String> MODEL = List.of("model", "model.channel", "model.guide");

  /// The user's document and how it is kept.
  private static final List<String> LIBRARY = List.of("library", "library.edits", "library.file", "library.json");

  private static final String JDK_WHY =
      "the engine moves and weighs items of any kind: it is to be read, tested and trusted without the rest";

  private static final DescribedPredicate<JavaClass> OURS = resideInAnyPackage(BASE + "..");

  private House() {}

  /// Every rule, by a short name.
  static Map<String, ArchRule> rules() {
    var rules = new TreeMap<String, ArchRule>();
    imports().forEach(row -> rules.put("imports of " + row.room(), row.rule()));
    for (int i = 0; i < ENGINE.size(); i++) {
      rules.put("libraries of " + ENGINE.get(i), onlyTheJdk(ENGINE.get(i)));
    }
    rules.put("every class has a room", everyClassHasARoom());
    rules.put("no cycles", noCycles());
    rules.put("no controls in the models of views", knowsNoControl());
    rules.put("no JavaFX outside the window", noJavaFx());
    rules.put("no Platform.runLater outside gui.fx", noRunLater());
    rules.put("no standard streams outside the terminal", noStandardStreams());
    rules.put("no threads made outside boot", noThreads());
    rules.put("no warehouses", noWarehouses());
    return rules;
  }

  /// Who may import whom, by room; a room may always import itself.
  static List<Row> imports() {
    var rows = new ArrayList<Row>();
    rows.add(new Row("problem", List.of(), "every room fails in the same way, so the failure can know none of them"));
    rows.add(
        new Row(
            "files", List.of("problem"), "how a file is written and who may read it is no matter of what is in it"));
    rows.add(new Row("model", List.of(), "everyone speaks of the model, so it can speak of nobody"));
    rows.add(new Row("model.channel", List.of("model"), "a block is data: what is done with it is each room's own"));
    rows.add(new Row("model.guide", List.of("model"), "what a guide says is data, wherever it came from"));
    for (int i = 0; i < RULE.size(); i++) {
      rows.add(new Row(RULE.get(i), join(MODEL, RULE.subList(0, i)),
          "the rule language is used by stages, window and terminal alike; what reads a text knows nothing of what is "
              + "done with it"));
    }
    for (int i = 0; i < ENGINE.size(); i++) {
      rows.add(new Row(ENGINE.get(i), ENGINE.subList(0, i), "each room of the engine builds on those before it"));
    }
    List<String> reading = join(MODEL, ENGINE_TO_REST);
    rows.add(new Row("io", reading, "fetching and unpacking is no matter of what is in the bytes"));
    rows.add(new Row("m3u", MODEL, "an entry is written in one way wherever entries are made"));
    rows.add(new Row("m3u.scan", join(reading, List.of("m3u", "io")),
        "how a list is read is no matter of rules, stages or the library"));
    rows.add(new Row("m3u.write", join(MODEL, List.of("m3u", "m3u.scan")),
        "what is written knows the bytes, and not where they go"));
    rows.add(
        new Row("m3u.codec", join(reading, List.of("m3u")), "how a channel rests on the disk is known to nobody else"));
    rows.add(new Row("xmltv", join(reading, List.of("m3u", "io")),
        "a guide is read without knowing which channels are published"));
    List<String> outside = join(join(List.of("io", "xmltv"), M3U), MODEL);
    List<String> document = join(join(MODEL, RULE), List.of("m3u"));
    rows.add(new Row("library", document, "what the user made is a value, wherever it is kept and whoever shows it"));
    for (String room : LIBRARY.subList(1, LIBRARY.size())) {
      rows.add(new Row(room, join(join(document, List.of("library", "library.edits")), ENGINE_TO_REST),
          "how the document is kept is known to nobody who works with it"));
    }
    List<String> staging = join(join(join(outside, List.of("library", "library.edits")), RULE), ENGINE);
    rows.add(
        new Row(
            "pipeline.duplicates", staging, "what counts as the same is asked by several stages, and known to none"));
    staging = join(staging, List.of("pipeline.duplicates"));
    for (String stage : STAGES) {
      rows.add(new Row(stage, staging, "stages meet in the pipeline: their order is not theirs to know"));
    }
    rows.add(new Row("pipeline", join(staging, STAGES), "the pipeline knows its stages, and nobody who starts it"));
    List<String> answering = join(join(staging, STAGES), List.of("pipeline"));
    rows.add(new Row("app", answering, "what several answers need is no matter of any one of them"));
    for (String room : APP) {
      rows.add(new Row(room, join(answering, List.of("app")), "each answer is understood, and changed, by itself"));
    }
    rows.add(new Row("serve", join(MODEL, ENGINE_TO_REST),
        "the server hands out what was published, whoever published it"));
    rows.add(new Row("start", List.of(), "whether the program starts quickly is no matter of what it does then"));
    rows.add(new Row("cli.output", outer(), "what is printed knows nothing of what was typed"));
    rows.add(new Row("cli.args", join(outer(), List.of("cli.output")),
        "how a command line is read is no matter of what is done then"));
    rows.add(new Row("cli.commands", join(outer(), List.of("cli.args", "cli.output", "start")),
        "the terminal asks for work and is given it by boot; it does none itself"));
    rows.add(new Row("gui.text", List.of(), "words and figures are for every room of the window"));
    rows.add(new Row("gui.fx", List.of("gui.text"), "a clock and a relay for the window, whatever it shows"));
    rows.add(new Row("gui.window", List.of("gui.fx", "gui.text", "gui.settings.model"),
        "how the window looks and where it stands is no matter of what it shows"));
    rows.add(new Row("gui.code", join(join(MODEL, List.of("gui.text")), RULE),
        "a text of the rule language is written in one way wherever the window asks for one"));
    rows.add(new Row("gui.document", List.of("app.session", "library", "gui.text"),
        "the models of views bind to the library in one way"));
    for (String view : VIEWS) {
      rows.add(new Row("gui." + view + ".model", join(List.of("gui.code", "gui.document", "gui.text"), outer()),
          "what a view decides is its own, and its test starts no window"));
      rows.add(
          new Row("gui." + view + ".view",
              List.of("gui." + view + ".model", "gui.code", "gui.document", "gui.fx", "gui.text", "model", "library"),
          "a control only binds: what it shows, its model has decided"));
    }
    rows.add(
        new Row("", List.of("boot", "cli.commands", "cli.output", "gui.shell.view"),
            "the launcher only chooses between window and terminal"));
    return rows;
  }

  private static List<String> outer() {
    return join(
        join(join(
            join(MODEL, M3U),
            join(LIBRARY, List.of("io", "xmltv", "serve", "pipeline", "pipeline.number", "pipeline.output",
                "pipeline.logo"))), join(RULE, ENGINE)), APP);
  }

  private static ArchRule knowsNoControl() {
    return noClasses().that().resideInAPackage(BASE + ".gui.*.model..")
        .should().dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.fxml..", "javafx.stage..", "org.controlsfx..")
        .allowEmptyShould(true)
        .because("what the window decides is tested without a window");
  }

  private static ArchRule onlyTheJdk(String room) {
    return classes().that().resideInAPackage(packageOf(room))
        .should().onlyDependOnClassesThat(OURS.or(
            resideInAnyPackage("java..", "javax..", "jdk..", "com.sun.management..", "org.jspecify.annotations..")))
        .allowEmptyShould(true)
        .because(JDK_WHY);
  }

  private static ArchRule everyClassHasARoom() {
    List<String> rooms = join(imports().stream().map(Row::room).toList(), List.of("boot", "engine", "gui"));
    return classes().that(OURS).should().resideInAnyPackage(rooms.stream().map(House::packageOf).toArray(String[]::new))
        .because("a class outside the plan is a class that no rule holds");
  }

  private static ArchRule noCycles() {
    return slices().matching(BASE + ".(**)").should().beFreeOfCycles().allowEmptyShould(true)
        .because("rooms that need each other are one room, and can only be understood together");
  }

  private static ArchRule noJavaFx() {
    return noClasses().that().resideOutsideOfPackages(BASE + ".gui..", BASE + ".boot..")
        .should().dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx..")
        .allowEmptyShould(true)
        .because("the terminal and the server run where there is no screen");
  }

  private static ArchRule noRunLater() {
    return noClasses().that().resideOutsideOfPackage(BASE + ".gui.fx")
        .should().callMethodWhere(target(owner(name("javafx.application.Platform"))).and(target(name("runLater"))))
        .allowEmptyShould(true)
        .because("one place crosses to the window's thread, and keeps it from being flooded");
  }

  private static ArchRule noStandardStreams() {
    return noClasses().that().resideOutsideOfPackages(BASE, BASE + ".cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .allowEmptyShould(true)
        .because("standard output is the playlist's, and passwords are masked where the terminal writes");
  }

  private static ArchRule noThreads() {
    return noClasses().that().resideOutsideOfPackage(BASE + ".boot..")
        .should().callConstructorWhere(target(owner(assignableTo(Thread.class))))
        .allowEmptyShould(true)
        .because("threads are made in one place, so that each has a name and an end");
  }

  private static ArchRule noWarehouses() {
    return classes().should(new ArchCondition<>("stand in a package of at most " + MOST_FILES + " files") {
      private final Map<String, Integer> files = new TreeMap<>();

      @Override
      public void init(Collection<JavaClass> all) {
        files.clear();
        all.stream().filter(type -> type.getEnclosingClass().isEmpty() && !type.getSimpleName().equals("package-info"))
            .forEach(type -> files.merge(type.getPackageName(), 1, Integer::sum));
      }

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        // Each says so once, by its first class.
        Integer count = files.remove(type.getPackageName());
        if (count != null) {
          boolean fits = count <= MOST_FILES;
          events.add(
              new SimpleConditionEvent(type, fits, "Class <" + type.getName() + "> stands in a package of " + count
                  + " files"));
        }
      }
    }).because("a package that holds more is two rooms");
  }

  private static DescribedPredicate<JavaClass> inRooms(List<String> rooms) {
    return resideInAnyPackage(rooms.stream().map(House::packageOf).toArray(String[]::new));
  }

  /// The room's packages: with those below it, unless those are rooms of their own.
  private static String packageOf(String room) {
    return switch (room) {
      case "" -> BASE;
      case "engine", "gui", "pipeline", "rule", "app", "model", "m3u", "library" -> BASE + "." + room;
      default -> BASE + "." + room + "..";
    };
  }

  private static List<String> join(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /// One row of the plan: what a room may import of ours.
  record Row(String room, List<String> mayImport, String why) {

    Row {
      // Everybody may fail, and may write files; the two rooms for it say for themselves what they import.
      mayImport = FOUNDATION.contains(room) ? mayImport : join(FOUNDATION, mayImport);
    }

    ArchRule rule() {
      return classes().that().resideInAPackage(packageOf(room))
          .should().onlyDependOnClassesThat(DescribedPredicate.not(OURS).or(inRooms(join(List.of(room), mayImport))))
          .allowEmptyShould(true)
          .because(why);
    }
  }
}
