package app.lineup.gui.document;

import app.lineup.app.session.Session;
import app.lineup.library.Setting;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Settings of the library as properties: what is set there is a change of the library, and what is undone shows there.
/// Not thread-safe; used by the window's thread.
///
/// @param session holds the library
public record SettingProperties(Session session) {

  /// A setting as it is typed.
  ///
  /// @param usual its value where none was chosen
  public StringProperty text(Setting setting, String usual) {
    var property = new SimpleStringProperty(session.library().setting(setting).orElse(usual));
    join(setting, property, now -> property.set(now.orElse(usual)), String::valueOf, usual);
    return property;
  }

  /// A setting that is on or off.
  ///
  /// @param usual its value where none was chosen
  public BooleanProperty flag(Setting setting, boolean usual) {
    var property = new SimpleBooleanProperty(flag(session.library().setting(setting).orElse(""), usual));
    join(setting, property, now -> property.set(flag(now.orElse(""), usual)), String::valueOf, String.valueOf(usual));
    return property;
  }

  private static boolean flag(String text, boolean usual) {
    return text.equals(String.valueOf(!usual)) != usual;
  }

  /// A setting with a few values.
  ///
  /// @param all   every value there is
  /// @param usual its value where none was chosen, or one that is none here
  public <E extends Enum<E>> ObjectProperty<E> choice(Setting setting, E[] all, E usual) {
    var property = new SimpleObjectProperty<>(named(all, session.library().setting(setting).orElse(""), usual));
    join(setting, property, now -> property.set(named(all, now.orElse(""), usual)), Enum::name, usual.name());
    return property;
  }

  private static <E extends Enum<E>> E named(E[] all, String name, E usual) {
    return Stream.of(all).filter(one -> one.name().equals(name)).findFirst().orElse(usual);
  }

  private <T> void join(
      Setting setting, Property<T> property, Consumer<Optional<String>> show, Function<T, String> text, String usual) {
    property.subscribe((before, now) -> {
      // What nobody chose has the usual value: showing it is no choice.
      if (!text.apply(now).equals(session.library().setting(setting).orElse(usual))) {
        session.set(setting, text.apply(now));
      }
    });
    session.listen(EnumSet.of(setting.part()), library -> show.accept(library.setting(setting)));
  }
}
