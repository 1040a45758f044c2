package app.lineup.boot;

import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.shell.model.Room;
import app.lineup.model.RuleKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The view of the rules as pictures: what a rule and a filter do, a mistake, no match, help, nothing at all.
@Tag("screenshots")
final class RulesPicturesTest {

  @TempDir
  private Path folder;

  @Test
  void takesPictures() throws TimeoutException, IOException {
    try (var window = Pictures.openWithLists(folder.resolve("data"))) {
      window.await(() -> !window.rooms().channels().groups().names().get().isEmpty());
      window.go(Room.RULES);
      List<RuleViewModel> rows = window.rooms().rules().rows();
      window.doNow(() -> {
        window.rooms().rules().add(RuleKind.RULE,
            "channel_name matches \"^(.*) \\((\\d+p)\\)\" SET channel_name = \"$1\", attr(\"quality\") = \"$2\"");
        window.rooms().rules().add(RuleKind.RULE, "attr(\"radio\") equals \"true\" SET group_title = \"Radio\"");
        window.rooms().rules().add(RuleKind.INCLUDE, "NOT (group_title is_empty)");
        rows.get(2).on().set(false);
        window.rooms().rules().selected().set(rows.get(1));
      });
      window.await(() -> window.textOf("#matching").contains("match"));
      window.await(() -> rows.stream().filter(row -> row.on().get()).allMatch(row -> row.mark().get() != null));
      Pictures.take(window, "rules-preview");
      window.click("#help");
      Pictures.take(window, "rules-help");
      window.click("#help");
      window.doNow(() -> window.rooms().rules().selected().set(rows.getLast()));
      window.await(() -> window.textOf("#matching").contains("match"));
      Pictures.take(window, "rules-filter");
      window.type("#text", "group_title contains \"no such group\"");
      window.await(() -> window.textOf("#matching").startsWith("No channel"));
      Pictures.take(window, "rules-no-match");
      window.type("#text", "group_title contians \"adult\"");
      window.await(() -> window.shows("#wrong"));
      Pictures.take(window, "rules-mistake");
      window.click("#text");
      window.type("#text", "");
      Pictures.take(window, "rules-empty-text");
      window.click("#text");
      window.pressWithShortcut(KeyCode.SPACE);
      window.await(() -> window.shows("#offers"));
      Pictures.takeInUse(window, "rules-offers");
      window.press(KeyCode.ESCAPE);
      window.type("#text", "channel_name matches \"^(.*) HD$\" AND (group_title == \"");
      window.click("#text");
      new FxRobot().push(KeyCode.END);
      window.pressWithShortcut(KeyCode.SPACE);
      window.await(() -> window.shows("#offers"));
      Pictures.takeInUse(window, "rules-offers-seen");
      window.press(KeyCode.ESCAPE);
      window.doNow(() -> window.rooms().rules().remove(rows.getLast()));
      Pictures.take(window, "rules-removed");
      window.doNow(() -> {
        window.rooms().rules().add(RuleKind.INCLUDE, "group_title contains \"no such group\"");
        window.rooms().rules().duplicate(rows.get(1));
        window.rooms().rules().add(RuleKind.RULE, "channel_name matches \"Canal+\" SET group_title = \"Canal\"");
      });
      window.await(() -> rows.stream().filter(row -> row.on().get()).allMatch(row -> row.mark().get() != null));
      Pictures.take(window, "rules-marks-literal");
      window.doNow(() -> window.rooms().rules().selected().set(rows.get(2)));
      window.await(() -> window.textOf("#matching").contains("match"));
      Pictures.take(window, "rules-marks-useless");
      window.doNow(() -> {
        rows.subList(2, 4).clear();
        rows.removeLast();
      });
      window.doNow(() -> ((Menu) ((MenuButton) window.stage().getScene().lookup("#setsMenu")).getItems().getFirst())
          .getItems().get(3).fire());
      window.await(() -> window.shows("#setsAdd"));
      Pictures.take(window, "rules-ready-made");
      window.click("#setsAdd");
      Pictures.take(window, "rules-set-added");
      window.doNow(() -> List.copyOf(rows).forEach(window.rooms().rules()::remove));
      Pictures.take(window, "rules-empty");
    }
  }
}
