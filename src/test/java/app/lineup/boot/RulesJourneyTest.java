package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.shell.model.Room;
import app.lineup.model.RuleKind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Writing rules over the sample, with what they do shown at once.
final class RulesJourneyTest {

  @TempDir
  private Path folder;

  private final FxRobot robot = new FxRobot();

  @Test
  void aRuleShowsWhatItDoesWhileItIsWritten() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.awaitCounted();
      long all = window.ask(() -> window.rooms().sources().channels());
      window.click("Add exclude filter");
      assertThat(window.shows("#matching")).isFalse();
      window.type("#text", "group_title contains \"sport\"");
      window.await(() -> window.textOf("#matching").equals("8 of " + all + " channels match."));
      assertThat(rows(window)).hasSize(8).allMatch(row -> row.contains("outcome=Left out"));
      window.type("#text", "group_title contians \"sport\"");
      window.await(() -> !window.shows("#matching"));
      assertThat(window.shows("#previewRows")).isFalse();
      window.type("#text", "group_title contains \"nowhere\"");
      window.await(() -> window.textOf("#matching").startsWith("No channel matches: " + all + " were looked at"));

      window.doNow(() -> window.rooms().rules().selected().set(window.rooms().rules().rows().getFirst()));
      window.await(() -> window.textOf("#matching").contains("channels match."));
      assertThat(rows(window).getFirst()).contains("UK: Harbour News FHD", "channel_name", "UK: Harbour News");
    }
  }

  @Test
  void aFilterSeesWhatTheRulesLeft() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.doNow(() -> window.rooms().rules().add(RuleKind.INCLUDE, "channel_name ends_with \"HD\""));
      window.await(() -> window.textOf("#matching").startsWith("No channel matches"));
      window.doNow(() -> window.rooms().rules().rows().getFirst().on().set(false));
      window.await(() -> window.textOf("#matching").endsWith(" channels match."));
    }
  }

  @Test
  void keysMoveCopySwitchAndUndo() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      List<RuleViewModel> rows = window.rooms().rules().rows();
      RuleViewModel rule = window.ask(rows::getFirst);
      window.doNow(() -> robot.lookup("#list").query().requestFocus());
      robot.push(KeyCode.CONTROL, KeyCode.D);
      assertThat(window.ask(rows::size)).isEqualTo(3);
      robot.push(KeyCode.SPACE);
      assertThat(window.ask(() -> rows.get(1).on().get())).isFalse();
      robot.push(KeyCode.ALT, KeyCode.UP);
      assertThat(window.ask(() -> rows.get(1))).isSameAs(rule);
      robot.push(KeyCode.DELETE);
      assertThat(window.ask(rows::size)).isEqualTo(2);
      assertThat(window.shows("#undo")).isTrue();
      window.click("#undo .button");
      assertThat(window.ask(() -> rows.get(1).text().get())).isEqualTo(window.ask(() -> rule.text().get()));
      window.doNow(() -> robot.lookup("#list").query().requestFocus());
      for (int i = 0; i < 4; i++) {
        robot.push(KeyCode.CONTROL, KeyCode.Z);
      }
      assertThat(window.ask(() -> List.copyOf(rows))).hasSize(2);
      assertThat(window.ask(() -> rows.getFirst().text().get())).isEqualTo(window.ask(() -> rule.text().get()));
      robot.push(KeyCode.CONTROL, KeyCode.Y);
      assertThat(window.ask(rows::size)).isEqualTo(3);
    }
  }

  @Test
  void enterGoesIntoTheTextAndEscapeBack() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.doNow(() -> robot.lookup("#list").query().requestFocus());
      robot.push(KeyCode.ENTER);
      assertThat(window.ask(() -> robot.lookup("#text").query().isFocusWithin())).isTrue();
      robot.push(KeyCode.ESCAPE);
      assertThat(window.ask(() -> robot.lookup("#list").query().isFocused())).isTrue();
    }
  }

  @Test
  void theTextsOwnUndoStaysInItsRow() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      List<RuleViewModel> rows = window.rooms().rules().rows();
      String second = window.ask(() -> rows.get(1).text().get());
      window.click("#text");
      robot.push(KeyCode.A);
      String typed = window.ask(() -> rows.getFirst().text().get());
      window.doNow(() -> window.rooms().rules().selected().set(rows.get(1)));
      window.click("#text");
      robot.push(KeyCode.CONTROL, KeyCode.Z);
      assertThat(window.ask(() -> rows.get(1).text().get())).isEqualTo(second);
      assertThat(window.ask(() -> rows.getFirst().text().get())).isEqualTo(typed);
      assertThat(window.ask(rows::size)).isEqualTo(2);
    }
  }

  private List<String> rows(OpenWindow window) {
    return window.ask(() -> {
      TableView<?> table = robot.lookup("#previewRows").queryAs(TableView.class);
      return table.getItems().stream().map(Object::toString).toList();
    });
  }
}
