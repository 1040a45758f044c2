package app.lineup.gui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.flow.PipelineException;
import app.lineup.gui.text.Texts;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.Location;
import app.lineup.model.MediaType;
import app.lineup.model.ParseReport;
import app.lineup.stages.SourceSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcesViewModelTest {

  @TempDir
  private Path folder;

  private final List<Runnable> waiting = new ArrayList<>();

  private static SourcesViewModel sources(SourcesViewModel.Check check) {
    return new SourcesViewModel(Texts.of("sources"), check, Runnable::run, Runnable::run);
  }

  private static SourceSummary summary() {
    var groups = new LinkedHashMap<String, Long>();
    groups.put("News", 2L);
    groups.put("", 1L);
    var report = new ParseReport("x", 3, 9, Map.of(FindingKind.NO_URL, 2L),
        List.of(new Finding(7, FindingKind.NO_URL, "#EXTINF")), List.of());
    return new SourceSummary(report, groups, 0, Map.of(MediaType.LIVE, 3L));
  }

  @Test
  void countsWhatIsAdded() {
    SourcesViewModel sources = sources((source, telemetry) -> summary());
    sources.adding().addFiles(List.of(folder.resolve("a.m3u")));
    SourceViewModel row = sources.rows().getFirst();
    assertThat(row.state().get()).isEqualTo(State.OK);
    assertThat(row.stateText().get()).isEqualTo("3 channels, 2 oddities");
    assertThat(row.groups()).containsExactly(new Share("News", "2"), new Share("(no group)", "1"));
    assertThat(row.types()).containsExactly(new Share("Live", "3"));
    assertThat(row.oddities()).hasSize(2);
    assertThat(row.oddities().getFirst().line()).isEqualTo("7");
    assertThat(row.oddities().getLast().detail()).isEqualTo("one more");
    assertThat(sources.channels()).isEqualTo(3);
  }

  @Test
  void masksAddresses() {
    SourcesViewModel sources = sources((source, telemetry) -> summary());
    sources.adding().address().set(" http://u7:p7@host/get.php?username=U7&password=P 7 ");
    sources.adding().addAddress();
    SourceViewModel row = sources.rows().getFirst();
    assertThat(row.name() + row.place()).contains("host").doesNotContain("u7", "p7", "U7", "P%207");
    assertThat(row.source().location()).isInstanceOf(Location.OfUrl.class);
    assertThat(sources.adding().address().get()).isEmpty();
  }

  @Test
  void saysWhatCannotBeAdded() {
    SourcesViewModel sources = sources((source, telemetry) -> summary());
    for (String text : List.of("nonsense", "ftp://host/x", "http://", "")) {
      sources.adding().address().set(text);
      sources.adding().addAddress();
      assertThat(sources.adding().problem().get()).as(text).isNotEmpty();
    }
    sources.adding().addFiles(List.of(folder));
    assertThat(sources.adding().problem().get()).contains("is a folder");
    assertThat(sources.rows()).isEmpty();
    sources.adding().addPasted(List.of(), "http://host/1\n\nhttp://host/2\nhttp://host/1\n");
    assertThat(sources.rows()).hasSize(2);
    assertThat(sources.adding().problem().get()).contains("already here");
  }

  @Test
  void removingIsUndone() {
    SourcesViewModel sources = sources((source, telemetry) -> summary());
    sources.adding().addPasted(List.of(), "http://host/1\nhttp://host/2");
    SourceViewModel first = sources.rows().getFirst();
    sources.remove(first);
    assertThat(sources.rows()).hasSize(1);
    assertThat(sources.undoText().get()).isEqualTo("Removed “host”.");
    sources.undo();
    assertThat(sources.rows().getFirst()).isSameAs(first);
    assertThat(sources.undoText().get()).isEmpty();
  }

  @Test
  void saysWhyAListCannotBeUsed() {
    SourcesViewModel sources = sources((source, telemetry) -> {
      throw new PipelineException(PipelineException.Kind.USER, "x", "it is a web page", "Look at it.");
    });
    sources.adding().addFiles(List.of(folder.resolve("a.m3u")));
    SourceViewModel row = sources.rows().getFirst();
    assertThat(row.state().get()).isEqualTo(State.FAILED);
    assertThat(row.stateText().get()).isEqualTo("Not usable: it is a web page");
    assertThat(row.failure().advice()).isEqualTo("Look at it.");
    assertThat(sources.channels()).isZero();
  }

  @Test
  void whatAStoppedLookFoundIsOfNoInterest() {
    var sources = new SourcesViewModel(
        Texts.of("sources"), (source, telemetry) -> summary(), waiting::add, Runnable::run);
    sources.adding().addFiles(List.of(folder.resolve("a.m3u")));
    SourceViewModel row = sources.rows().getFirst();
    sources.sample();
    assertThat(row.state().get()).isEqualTo(State.COUNTING);
    sources.stop(row);
    waiting.removeFirst().run();
    assertThat(row.state().get()).isEqualTo(State.NOT_LOOKED_AT);
    sources.look(row);
    waiting.removeFirst().run();
    assertThat(row.state().get()).isEqualTo(State.OK);
  }

  @Test
  void theWelcomeGoesWithTheFirstListOfOnesOwn() {
    SourcesViewModel sources = sources((source, telemetry) -> summary());
    sources.addSample(folder.resolve("sample"));
    assertThat(sources.onlySample().getValue()).isTrue();
    assertThat(sources.rows().getFirst().place()).isEqualTo("comes with Lineup");
    sources.adding().addFiles(List.of(folder.resolve("a.m3u")));
    assertThat(sources.onlySample().getValue()).isFalse();
  }
}
