package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.code.Offer;
import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.shell.model.Room;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Writing a rule by keys alone.
final class RuleEditorTest {

  @TempDir
  private Path folder;

  private final FxRobot robot = new FxRobot();

  @Test
  void fromAnEmptyRuleToARightOneWithoutHelp() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.awaitCounted();
      window.await(() -> !window.rooms().channels().groups().names().get().isEmpty());
      window.click("Add rule");
      robot.push(KeyCode.CONTROL, KeyCode.SPACE);
      window.await(() -> offered(window).contains("group_title"));
      assertThat(window.shows("#offers")).isTrue();
      robot.push(KeyCode.DOWN).push(KeyCode.UP);
      robot.write("gr");
      window.await(() -> offered(window).getFirst().equals("group_title"));
      robot.push(KeyCode.ENTER);
      window.await(() -> offered(window).contains("contains"));
      robot.write("cont");
      window.await(() -> offered(window).getFirst().equals("contains"));
      robot.push(KeyCode.TAB);
      window.await(() -> text(window).equals("group_title contains "));
      robot.write("\"sp");
      window.await(() -> offered(window).stream().anyMatch(offer -> offer.startsWith("\"Sp")));
      robot.push(KeyCode.ENTER);
      robot.write(" ");
      window.await(() -> offered(window).contains("SET"));
      robot.write("se");
      window.await(() -> offered(window).getFirst().equals("SET"));
      robot.push(KeyCode.ENTER);
      robot.write("gro");
      window.await(() -> offered(window).equals(List.of("group_title")));
      robot.push(KeyCode.ENTER);
      window.await(() -> offered(window).contains("="));
      robot.push(KeyCode.ENTER);
      robot.write("\"Sport\"");
      window.await(() -> text(window).matches("group_title contains \"Sp[^\"]*\" SET group_title = \"Sport\""));
      window.await(() -> edited(window).mistake().get() == null);
      window.await(() -> window.textOf("#matching").contains("match"));
    }
  }

  @Test
  void undoTakesBackWhatWasTakenAndNoMore() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.click("Add exclude filter");
      robot.write("chan");
      window.await(() -> offered(window).contains("channel_name"));
      robot.push(KeyCode.ENTER);
      window.await(() -> text(window).equals("channel_name "));
      robot.push(KeyCode.CONTROL, KeyCode.Z);
      window.await(() -> text(window).equals("chan"));
      robot.push(KeyCode.CONTROL, KeyCode.Y);
      window.await(() -> text(window).equals("channel_name "));
      int rows = window.ask(() -> window.rooms().rules().rows().size());
      for (int i = 0; i < 5; i++) {
        robot.push(KeyCode.CONTROL, KeyCode.Z);
      }
      assertThat(window.ask(() -> text(window))).isEmpty();
      assertThat(window.ask(() -> window.rooms().rules().rows().size())).isEqualTo(rows);
    }
  }

  @Test
  void aMistakeIsUnderlinedAndMendedByKeys() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.click("Add exclude filter");
      robot.write("group_title contians \"adult\"");
      window.await(() -> styled("mistake").equals(List.of("contians")));
      assertThat(styled("field")).containsExactly("group_title");
      assertThat(window.textOf("#suggestion")).contains("contains");
      robot.push(KeyCode.ALT, KeyCode.ENTER);
      window.await(() -> text(window).equals("group_title contains \"adult\""));
      window.await(() -> styled("mistake").isEmpty() && styled("operator").equals(List.of("contains")));
      robot.push(KeyCode.CONTROL, KeyCode.Z);
      window.await(() -> text(window).equals("group_title contians \"adult\""));
    }
  }

  @Test
  void anEmptyTextGivesAnExampleThatCanBeTaken() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.click("Add exclude filter");
      window.await(() -> window.textOf("#suggestion").startsWith("Write this example"));
      robot.push(KeyCode.ALT, KeyCode.ENTER);
      window.await(() -> text(window).equals("group_title contains \"adult\""));
      window.await(() -> edited(window).mistake().get() == null);
    }
  }

  @Test
  void tidyingIsOneStep() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.click("Add exclude filter");
      robot.write("group_title=~\"adult\"");
      robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
      window.await(() -> text(window).equals("group_title matches \"adult\""));
      robot.push(KeyCode.CONTROL, KeyCode.Z);
      window.await(() -> text(window).equals("group_title=~\"adult\""));
    }
  }

  @Test
  void escapeClosesFirstAndTabGoesOn() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.click("Add exclude filter");
      robot.push(KeyCode.CONTROL, KeyCode.SPACE);
      window.await(() -> window.rooms().code().offers().open().get());
      robot.push(KeyCode.ESCAPE);
      window.await(() -> !window.rooms().code().offers().open().get());
      assertThat(window.shows("#offers")).isFalse();
      assertThat(window.ask(() -> robot.lookup("#text").query().isFocusWithin())).isTrue();
      robot.push(KeyCode.TAB);
      assertThat(window.ask(() -> robot.lookup("#text").query().isFocusWithin())).isFalse();
      assertThat(window.ask(() -> text(window))).isEmpty();
      robot.push(KeyCode.SHIFT, KeyCode.TAB);
      assertThat(window.ask(() -> robot.lookup("#text").query().isFocusWithin())).isTrue();
      robot.push(KeyCode.ESCAPE);
      assertThat(window.ask(() -> robot.lookup("#list").query().isFocused())).isTrue();
    }
  }

  @Test
  void aClickTakesWhatIsOffered() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.click("Add exclude filter");
      robot.push(KeyCode.CONTROL, KeyCode.SPACE);
      window.await(() -> window.rooms().code().offers().open().get());
      String first = window.ask(() -> offered(window).getFirst());
      window.click("#offers .list-cell");
      window.await(() -> text(window).equals(first + " "));
    }
  }

  private static List<String> offered(OpenWindow window) {
    return window.rooms().code().offers().offers().stream().map(Offer::insert).toList();
  }

  private static RuleViewModel edited(OpenWindow window) {
    return window.rooms().rules().selected().get();
  }

  private static String text(OpenWindow window) {
    return edited(window).text().get();
  }

  /// What is shown in a style, part by part.
  private List<String> styled(String style) {
    return robot.lookup("#text .text." + style).queryAllAs(Node.class).stream().map(node -> ((Text) node).getText())
        .toList();
  }
}
