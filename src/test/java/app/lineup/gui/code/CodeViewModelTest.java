package app.lineup.gui.code;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.rule.syntax.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CodeViewModelTest {

  private final SeenTexts seen = new SeenTexts();
  private final CodeViewModel code = new CodeViewModel(seen, Runnable::run, Runnable::run);
  private final StringProperty place = new SimpleStringProperty("");

  @BeforeEach
  void somebodyWritesARule() {
    code.write(Dialect.RULE, place);
    code.writing(true);
  }

  @Test
  void aWordIsCompletedWhileItIsTyped() {
    type("gr");
    assertThat(offered()).startsWith("group_title");
    take();
    assertThat(place.get()).isEqualTo("group_title ");
    assertThat(offered()).contains("contains", "equals");
    type("cont");
    assertThat(offered()).startsWith("contains");
    take();
    assertThat(place.get()).isEqualTo("group_title contains ");
  }

  @Test
  void valuesThatTheListsHaveAreOffered() {
    seen.groups(List.of("News", "Sports;UK", "Spanish"));
    seen.sources(List.of("Home", "Holiday home"));
    type("group_title contains \"s");
    assertThat(offered()).containsExactly("\"Sports;UK\"", "\"Spanish\"", "\"Sports\"");
    code.offers().move(1);
    take();
    assertThat(place.get()).isEqualTo("group_title contains \"Spanish\"");
    assertThat(code.offers().open().get()).isFalse();
    type(" AND source_name == \"ho");
    assertThat(offered()).containsExactly("\"Home\"", "\"Holiday home\"");
  }

  @Test
  void groupsOfTheListsStayOfferedWhenTheLineupHasThemNoMore() {
    seen.groupsOfLists(List.of("UK News", "", "Adult"));
    seen.groups(List.of("News"));
    type("group_title == \"");
    assertThat(offered()).startsWith("\"News\"", "\"UK News\"", "\"Adult\"").doesNotContain("\"\"");
    seen.groups(List.of());
    type("ad");
    assertThat(offered()).containsExactly("\"Adult\"");
  }

  @Test
  void nothingComesByItselfWhereTheTextMayEnd() {
    type("SET group_title = \"UK\"");
    type(" ");
    assertThat(code.offers().open().get()).isFalse();
    code.ask();
    assertThat(code.offers().open().get()).isTrue();
  }

  @Test
  void nothingComesByItselfWhereNobodyTypes() {
    place.set("group_title ");
    assertThat(code.offers().open().get()).isFalse();
    code.edited(0, "group_title cont", "group_title cont");
    assertThat(code.offers().open().get()).isFalse();
  }

  @Test
  void anEmptyTextOffersFieldsWhenAsked() {
    code.ask();
    assertThat(offered()).contains("channel_name", "group_title", "SET");
    assertThat(code.offers().offers()).filteredOn(offer -> offer.insert().equals("group_title"))
        .allSatisfy(offer -> assertThat(offer.says()).isNotBlank());
    code.close();
    assertThat(code.offers().open().get()).isFalse();
    assertThat(code.take()).isEmpty();
  }

  @Test
  void theChoiceGoesRoundStepByStepAndStopsPageByPage() {
    code.ask();
    int last = code.offers().offers().size() - 1;
    code.offers().move(-1);
    assertThat(code.offers().chosen().get()).isEqualTo(last);
    code.offers().move(1);
    assertThat(code.offers().chosen().get()).isZero();
    code.offers().move(7);
    assertThat(code.offers().chosen().get()).isEqualTo(7);
    code.offers().move(700);
    assertThat(code.offers().chosen().get()).isEqualTo(last);
  }

  @Test
  void whatWasTypedSinceIsPartOfTheWordThatIsCompleted() {
    List<Runnable> later = new ArrayList<>();
    var slow = new CodeViewModel(seen, later::add, Runnable::run);
    slow.write(Dialect.RULE, place);
    slow.writing(true);
    slow.edited(0, "g", "g");
    later.forEach(Runnable::run);
    slow.edited(1, "r", "gr");
    assertThat(slow.take()).contains(new Change(0, 2, "group_title ", 12));
  }

  @Test
  void aSpaceThatIsThereIsNotWrittenTwice() {
    place.set("gr == \"UK\" REMOVE");
    code.moved(2);
    code.ask();
    take();
    assertThat(place.get()).isEqualTo("group_title == \"UK\" REMOVE");
  }

  @Test
  void aWordBehindAValueStandsApart() {
    place.set("group_title == \"UK\"");
    code.moved(place.get().length());
    code.ask();
    assertThat(offered()).contains("AND");
    code.offers().choose(offered().indexOf("AND"));
    take();
    assertThat(place.get()).isEqualTo("group_title == \"UK\" AND ");
  }

  @Test
  void theCaretClosesWhenItGoesElsewhere() {
    type("gr");
    code.moved(2);
    assertThat(code.offers().open().get()).isTrue();
    code.moved(1);
    assertThat(code.offers().open().get()).isFalse();
  }

  @Test
  void partsPairsAndMistakesAreMarked() {
    place.set("(group_title == \"UK\") REMOVE");
    code.moved(0);
    assertThat(look(place.get())).containsExactly(
        "(:pair parenthesis", "group_title:field", " :", "==:operator", " :", "\"UK\":string", "):pair parenthesis",
        " :", "REMOVE:keyword");
    place.set("group_title contians \"UK\" REMOVE");
    code.moved(0);
    assertThat(look(place.get())).contains("contians:error mistake");
    assertThat(look(place.get())).filteredOn(part -> part.contains("mistake")).hasSize(1);
  }

  @Test
  void nobodyIsWrongInTheMiddleOfAWord() {
    type("group_titl");
    assertThat(look(place.get())).containsExactly("group_titl:");
    code.writing(false);
    assertThat(look(place.get())).containsExactly("group_titl:error mistake");
  }

  @Test
  void whereSomethingIsMissingTheEndIsMarked() {
    place.set("group_title contains");
    code.writing(false);
    assertThat(look(place.get())).containsExactly("group_title:field", " :", "contain:operator", "s:mistake operator");
  }

  @Test
  void aLongTextIsNotColoured() {
    place.set("SET group_title = \"" + "x".repeat(Draft.MOST_COLOURED_CHARS) + "\"");
    assertThat(code.look().get()).containsExactly(new Stretch(place.get().length(), Set.of()));
  }

  @Test
  void aTextIsTidiedOnlyWhereItIsUnderstood() {
    place.set("group_title==\"UK\"   set channel_name=\"x\"");
    code.format();
    assertThat(place.get()).isEqualTo("group_title equals \"UK\" SET channel_name = \"x\"");
    place.set("group_title == ");
    code.format();
    assertThat(place.get()).isEqualTo("group_title == ");
  }

  @Test
  void eachTextKeepsToItself() {
    int before = code.document().get();
    type("gr");
    var other = new SimpleStringProperty("REMOVE");
    code.write(Dialect.RULE, other);
    assertThat(code.document().get()).isNotEqualTo(before);
    assertThat(code.offers().open().get()).isFalse();
    code.text().set("x");
    assertThat(place.get()).isEqualTo("gr");
    code.stop();
    code.text().set("y");
    assertThat(other.get()).isEqualTo("x");
  }

  private void type(String keys) {
    for (int i = 0; i < keys.length(); i++) {
      String key = keys.substring(i, i + 1);
      code.edited(place.get().length(), key, place.get() + key);
    }
  }

  private void take() {
    Change change = code.take().orElseThrow();
    String now = new StringBuilder(place.get()).replace(change.from(), change.to(), change.insert()).toString();
    code.edited(change.from(), change.insert(), now);
    code.moved(change.caret());
  }

  private List<String> offered() {
    return code.offers().offers().stream().map(Offer::insert).toList();
  }

  private List<String> look(String text) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (Stretch stretch : code.look().get()) {
      parts.add(text.substring(at, at + stretch.length()) + ":"
          + String.join(" ", stretch.styles().stream().sorted().toList()));
      at += stretch.length();
    }
    return parts;
  }
}
