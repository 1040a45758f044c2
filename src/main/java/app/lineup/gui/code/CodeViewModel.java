package app.lineup.gui.code;

import app.lineup.rule.editor.SeenValues;
import app.lineup.rule.syntax.Dialect;
import app.lineup.rule.syntax.RuleFormat;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A text of the rule language while it is written: how it looks, how it could go on, how it is written properly. Not
/// thread-safe; used by the window's thread; the text is read on another.
public final class CodeViewModel {

  private static final int NOWHERE = -1;

  private final SeenValues seen;
  private final Executor background;
  private final Executor window;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Stretch>> look = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper document = new ReadOnlyIntegerWrapper();
  private final OffersViewModel offers = new OffersViewModel();
  private Dialect dialect = Dialect.RULE;
  private @Nullable Property<String> where;
  private int caret;
  private boolean writing;
  private boolean taking;
  private boolean editing;
  private int offeredAtLength;
  private long turn;

  /// @param seen       what the user's lists have; asked on `background`
  /// @param background where the text is read
  /// @param window     carries work to the window's thread
  public CodeViewModel(SeenValues seen, Executor background, Executor window) {
    this.seen = seen;
    this.background = background;
    this.window = window;
    text.subscribe((before, now) -> {
      if (!editing) {
        read(false, false);
      }
    });
  }

  /// What is written.
  public StringProperty text() {
    return text;
  }

  /// What can be chosen to go on with.
  public OffersViewModel offers() {
    return offers;
  }

  /// How the text looks; it may still be that of a moment ago.
  ReadOnlyObjectProperty<List<Stretch>> look() {
    return look.getReadOnlyProperty();
  }

  /// Another number for each text that is begun: what was done to one is not undone in the next.
  ReadOnlyIntegerProperty document() {
    return document.getReadOnlyProperty();
  }

  /// From now on the text of `place` is written.
  public void write(Dialect language, Property<String> place) {
    stop();
    dialect = language;
    where = place;
    text.bindBidirectional(place);
    document.set(document.get() + 1);
    caret = text.get().length();
    read(false, false);
  }

  /// From now on no text is written.
  public void stop() {
    offers.show(List.of());
    if (where != null) {
      text.unbindBidirectional(where);
      where = null;
    }
  }

  /// Says that what stands in the field has changed: by somebody who types, or because [#text] did.
  ///
  /// @param from     where
  /// @param inserted what came there
  /// @param now      the text as it is now
  void edited(int from, String inserted, String now) {
    boolean typed = !now.equals(text.get());
    boolean asks = taking
        || (typed && writing && (inserted.length() == 1 || (inserted.isEmpty() && offers.open().get())));
    taking = false;
    caret = from + inserted.length();
    editing = true;
    text.set(now);
    editing = false;
    read(asks, false);
  }

  /// Says where the caret stands.
  void moved(int to) {
    if (to != caret) {
      caret = to;
      read(false, false);
    }
  }

  /// Says whether somebody writes here.
  void writing(boolean now) {
    if (writing != now) {
      writing = now;
      read(false, false);
    }
  }

  /// Offers all there is at the caret.
  void ask() {
    read(true, true);
  }

  /// Offers nothing.
  void close() {
    read(false, false);
  }

  /// What is to be written for the offer that is chosen; empty where there is none.
  Optional<Change> take() {
    Optional<Offer> taken = offers.taken();
    offers.show(List.of());
    taking = taken.isPresent();
    return taken.map(offer -> {
      // Who is quick has typed on since: it belongs to the word that is completed.
      int to = Math.clamp(offer.to() + text.get().length() - offeredAtLength, offer.from(), text.get().length());
      boolean hasSpace = to < text.get().length() && Character.isWhitespace(text.get().charAt(to));
      String gap = offer.spaced() && touches(offer.from()) ? " " : "";
      String insert = gap + offer.insert() + (offer.spaced() && !hasSpace ? " " : "");
      int behind = offer.from() + gap.length() + offer.insert().length() + (offer.spaced() ? 1 : 0);
      return new Change(offer.from(), to, insert, behind);
    });
  }

  /// Whether a word that began here would be one with what stands before it.
  private boolean touches(int from) {
    char before = from == 0 ? ' ' : text.get().charAt(from - 1);
    return Character.isLetterOrDigit(before) || "_\"')".indexOf(before) >= 0;
  }

  /// Writes the text in the one canonical way, if it can be understood.
  public void format() {
    String before = text.get();
    Dialect language = dialect;
    background.execute(() -> formatted(language, before).ifPresent(now -> window.execute(() -> {
      if (text.get().equals(before)) {
        text.set(now);
      }
    })));
  }

  private static Optional<String> formatted(Dialect language, String text) {
    try {
      return Optional.of(switch (language) {
        case RULE -> RuleFormat.of(RuleParser.mappingRule(text));
        case FILTER -> RuleFormat.of(RuleParser.condition(text));
        case PROGRAMMES -> RuleFormat.of(RuleParser.programmes(text, Clock.system(ZoneId.systemDefault())));
      });
    } catch (RuleSyntaxException _) {
      return Optional.empty();
    }
  }

  private void read(boolean asks, boolean wanted) {
    long asked = ++turn;
    if (!asks) {
      offers.show(List.of());
    }
    var draft = new Draft(dialect, text.get(), writing ? Math.min(caret, text.get().length()) : NOWHERE);
    background.execute(() -> {
      List<Stretch> stretches = draft.stretches();
      List<Offer> found = asks ? draft.offers(seen, wanted) : List.of();
      window.execute(() -> {
        if (asked == turn) {
          look.set(stretches);
          offeredAtLength = draft.text().length();
          offers.show(found);
        }
      });
    });
  }
}
