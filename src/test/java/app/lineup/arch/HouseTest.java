package app.lineup.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each rule fails where it should: a rule that cannot be broken holds nothing.
final class HouseTest {

  @TempDir
  private Path folder;

  private final Map<String, ArchRule> rules = House.rules();

  /// In one house, each room imports each other room; each rule finds just those imports that its row does not list.
  @TestFactory
  Stream<DynamicTest> importsAreForbiddenUnlessListed() {
    var house = new BrokenHouse(folder);
    List<String> rooms = new ArrayList<>(House.imports().stream().map(House.Row::room).toList());
    rooms.add("boot");
    for (String room : rooms) {
      house.add(in(room, "Thing"), "java.lang.Object");
      for (String other : rooms) {
        house.add(uses(room, other), in(other, "Thing"));
      }
    }
    JavaClasses classes = house.read();
    return House.imports().stream().map(row -> DynamicTest.dynamicTest("room " + row.room(), () -> {
      Set<String> forbidden = rooms.stream()
          .filter(other -> !other.equals(row.room()) && !row.mayImport().contains(other))
          .map(other -> uses(row.room(), other)).collect(Collectors.toCollection(TreeSet::new));
      assertThat(forbidden).isNotEmpty();
      assertThat(violators("imports of " + row.room(), classes)).isEqualTo(forbidden);
    }));
  }

  @Test
  void aModelSeesNoControl() {
    JavaClasses classes = new BrokenHouse(folder)
        .add("app.lineup.gui.run.model.Run", "javafx.scene.control.Label")
        .add("app.lineup.gui.run.model.Other", "javafx.beans.property.StringProperty")
        .add("app.lineup.gui.run.view.Card", "javafx.scene.control.Label").read();
    assertThat(violators("no controls in the models of views", classes))
        .containsExactly("app.lineup.gui.run.model.Run");
  }

  @TestFactory
  Stream<DynamicTest> theEngineUsesNoLibrary() {
    return House.ENGINE.stream().map(room -> DynamicTest.dynamicTest(room, () -> {
      JavaClasses classes = new BrokenHouse(folder.resolve(room))
          .add(in(room, "Library"), "com.example.Library")
          .add(in(room, "Http"), "java.net.http.HttpClient").read();
      assertThat(violators("libraries of " + room, classes)).containsExactly(in(room, "Library"));
    }));
  }

  @Test
  void aClassOutsideTheRoomsIsFound() {
    JavaClasses classes = new BrokenHouse(folder)
        .add("app.lineup.util.Strings", "java.lang.Object").add("app.lineup.model.channel.Channel", "java.lang.Object")
        .read();
    assertThat(violators("every class has a room", classes)).containsExactly("app.lineup.util.Strings");
  }

  @Test
  void aCycleIsFound() {
    JavaClasses classes = new BrokenHouse(folder)
        .add("app.lineup.io.http.A", "app.lineup.m3u.B")
        .add("app.lineup.m3u.B", "app.lineup.io.http.A").read();
    assertThat(violators("no cycles", classes)).isNotEmpty();
  }

  @Test
  void javaFxStaysInTheWindow() {
    JavaClasses classes = new BrokenHouse(folder)
        .add("app.lineup.cli.Bad", "javafx.stage.Stage").add("app.lineup.gui.shell.Good", "javafx.stage.Stage").read();
    assertThat(violators("no JavaFX outside the window", classes)).containsExactly("app.lineup.cli.Bad");
  }

  @Test
  void onePlaceCrossesToTheWindowsThread() {
    Consumer<CodeBuilder> runLater = code -> code.aconst_null()
        .invokestatic(ClassDesc.of("javafx.application.Platform"), "runLater",
            MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("java.lang.Runnable")));
    JavaClasses classes = new BrokenHouse(folder)
        .addDoing("app.lineup.gui.run.Bad", runLater).addDoing("app.lineup.gui.fx.Good", runLater).read();
    assertThat(violators("no Platform.runLater outside gui.fx", classes)).containsExactly("app.lineup.gui.run.Bad");
  }

  @Test
  void onlyTheTerminalSpeaks() {
    Consumer<CodeBuilder> speak = code -> code.getstatic(ClassDesc.of("java.lang.System"), "out",
        ClassDesc.of("java.io.PrintStream")).pop();
    JavaClasses classes = new BrokenHouse(folder)
        .addDoing("app.lineup.boot.Bad", speak).addDoing("app.lineup.cli.Good", speak)
        .addDoing("app.lineup.Launcher", speak).read();
    assertThat(violators("no standard streams outside the terminal", classes)).containsExactly("app.lineup.boot.Bad");
  }

  @Test
  void threadsAreMadeInOnePlace() {
    ClassDesc thread = ClassDesc.of("java.lang.Thread");
    Consumer<CodeBuilder> start = code -> code.new_(thread)
        .invokespecial(thread, ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void));
    JavaClasses classes = new BrokenHouse(folder)
        .addDoing("app.lineup.serve.Bad", start).addDoing("app.lineup.boot.Good", start).read();
    assertThat(violators("no threads made outside boot", classes)).containsExactly("app.lineup.serve.Bad");
  }

  @Test
  void aWarehouseIsFound() {
    var house = new BrokenHouse(folder);
    for (int i = 0; i < 49; i++) {
      house.add("app.lineup.serve.Thing" + i, "java.lang.Object");
      house.add("app.lineup.cli.Thing" + i % 48, "java.lang.Object");
    }
    assertThat(violators("no warehouses", house.read())).hasSize(1)
        .allMatch(name -> name.startsWith("app.lineup.serve."));
  }

  /// The classes that a rule complains about.
  private Set<String> violators(String rule, JavaClasses classes) {
    String report = String.join("\n", rules.get(rule).evaluate(classes).getFailureReport().getDetails());
    return classes.stream().map(type -> type.getName())
        .filter(name -> report.contains("Field <" + name + ".") || report.contains("Method <" + name + ".")
            || report.contains("Class <" + name + ">"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String in(String room, String name) {
    return room.isEmpty() ? House.BASE + "." + name : House.BASE + "." + room + "." + name;
  }

  private static String uses(String room, String other) {
    return in(room, "Uses_" + other.replace('.', '_'));
  }
}
