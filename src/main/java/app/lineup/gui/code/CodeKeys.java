package app.lineup.gui.code;

import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What keys do in a field that is completed, beyond writing. Not thread-safe; used by the window's thread.
final class CodeKeys {

  private static final int PAGE = 7;
  private static final KeyCombination ASK = new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);
  private static final KeyCombination FORMAT =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final CodeViewModel code;
  private final Runnable take;
  private final Consumer<Boolean> pass;

  /// @param take takes what is offered and chosen
  /// @param pass goes to the next field, or to the one before
  CodeKeys(CodeViewModel code, Runnable take, Consumer<Boolean> pass) {
    this.code = code;
    this.take = take;
    this.pass = pass;
  }

  void pressed(KeyEvent event) {
    if (ASK.match(event)) {
      code.ask();
      event.consume();
    } else if (FORMAT.match(event)) {
      code.format();
      event.consume();
    } else if (!event.isShortcutDown() && !event.isAltDown() && (inOffers(event) || passes(event))) {
      event.consume();
    }
  }

  private boolean inOffers(KeyEvent event) {
    if (!code.offers().open().get() || event.isShiftDown()) {
      return false;
    }
    @Nullable Runnable does = switch (event.getCode()) {
      case DOWN -> () -> code.offers().move(1);
      case UP -> () -> code.offers().move(-1);
      case PAGE_DOWN -> () -> code.offers().move(PAGE);
      case PAGE_UP -> () -> code.offers().move(-PAGE);
      case ENTER, TAB -> take;
      case ESCAPE -> code::close;
      default -> null;
    };
    if (does != null) {
      does.run();
    }
    return does != null;
  }

  private boolean passes(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      pass.accept(event.isShiftDown());
      return true;
    }
    return false;
  }
}
