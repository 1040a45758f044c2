package app.lineup.gui.text;

import java.util.ResourceBundle;

/// The words of one room of the window, from its bundle below `i18n`. Immutable.
public final class Texts {

  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// The words of a room, in the language of the system where there is a translation.
  public static Texts of(String room) {
    return new Texts(ResourceBundle.getBundle("app.lineup.i18n." + room, Texts.class.getModule()));
  }

  /// What FXML files take their `%key` from.
  public ResourceBundle bundle() {
    return bundle;
  }

  /// The text under `key`, with `{0}`, `{1}`, … replaced.
  ///
  /// @throws java.util.MissingResourceException if there is no such text
  public String get(String key, Object... values) {
    String text = bundle.getString(key);
    if (values.length == 0) {
      return text;
    }
    var filled = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      filled.append(text, from, open).append(values[Integer.parseInt(text, open + 1, close, 10)]);
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  /// The text for an amount: under `key.one` for one, else under `key.many`, with the amount as `{0}`.
  public String amount(String key, long amount) {
    return amount == 1 ? get(key + ".one") : get(key + ".many", Amounts.count(amount));
  }
}
