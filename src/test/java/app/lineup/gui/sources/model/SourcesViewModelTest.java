package app.lineup.gui.sources.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.LibraryFolder;
import app.lineup.app.session.Session;
import app.lineup.app.session.Sessions;
import app.lineup.gui.text.Texts;
import app.lineup.library.Label;
import app.lineup.library.Library;
import app.lineup.library.LibraryChange;
import app.lineup.library.LibrarySource;
import app.lineup.library.LibrarySource.Place;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcesViewModelTest {

  private final PipelineException refused = new PipelineException(
      PipelineException.Kind.EXTERNAL, "http://host/1", "the server has a fault of its own", "Refresh later.",
      new IllegalStateException("http://host/get.php?username=me&password=s3cret"));

  private static final LibraryFolder FOLDER = new LibraryFolder(Path.of("data").toAbsolutePath());

  @TempDir
  private Path folder;

  private final FakeLooks looks = new FakeLooks();
  private final List<Runnable> waiting = new ArrayList<>();
  private final Session session = Sessions.empty();
  private final SourcesViewModel sources = sources();

  private SourcesViewModel sources() {
    return new SourcesViewModel(
        Texts.of("sources"), session, FOLDER, looks, Runnable::run, Runnable::run, Runnable::run, () -> looks.now);
  }

  private SourceViewModel added(String text) {
    sources.adding().addPasted(List.of(), text);
    return sources.rows().getLast();
  }

  private static Source source(String name, String address) {
    return new Source(name, new Location.OfUrl(URI.create(address)));
  }

  private List<String> names() {
    return sources.rows().stream().map(SourceViewModel::name).toList();
  }

  @Test
  void whatWasRemovedBeforeItWasCountedIsCountedWhenItComesBack() {
    List<Runnable> waiting = new ArrayList<>();
    var late = new SourcesViewModel(
        Texts.of("sources"), session, FOLDER, looks, waiting::add, Runnable::run, Runnable::run, () -> looks.now);
    late.adding().addPasted(List.of(), "http://host/1");
    late.remove(late.rows().getFirst());
    session.undo();
    List.copyOf(waiting).forEach(Runnable::run);
    assertThat(late.rows().getFirst().state().get()).isEqualTo(State.OK);
  }

  @Test
  void countsWhatIsAdded() {
    sources.adding().addFiles(List.of(folder.resolve("a.m3u")));
    SourceViewModel row = sources.rows().getFirst();
    assertThat(row.state().get()).isEqualTo(State.OK);
    assertThat(row.stateText().get()).isEqualTo("3 channels, 2 oddities");
    assertThat(row.groups()).containsExactly(new Share("News", "2"), new Share("(no group)", "1"));
    assertThat(row.types()).containsExactly(new Share("Live", "3"));
    assertThat(row.oddities()).hasSize(2);
    assertThat(row.oddities().getFirst().line()).isEqualTo("7");
    assertThat(row.oddities().getLast().detail()).isEqualTo("one more");
    assertThat(row.refreshed()).isEqualTo("Read just now");
    assertThat(sources.channels()).isEqualTo(3);
  }

  @Test
  void masksAddresses() {
    sources.adding().address().set(" http://u7:p7@host/get.php?username=U7&password=P 7 ");
    sources.adding().addAddress();
    SourceViewModel row = sources.rows().getFirst();
    assertThat(row.name() + row.place()).contains("host").doesNotContain("u7", "p7", "U7", "P%207");
    assertThat(row.source().location()).isInstanceOf(Location.OfUrl.class);
    assertThat(sources.adding().address().get()).isEmpty();
  }

  @Test
  void saysWhatCannotBeAdded() {
    for (String text : List.of("nonsense", "ftp://host/x", "http://", "", "file:///no/such/file", "file://odd?x")) {
      sources.adding().address().set(text);
      sources.adding().addAddress();
      assertThat(sources.adding().problem().get()).as(text).isNotEmpty();
      assertThat(sources.adding().address().get()).isEqualTo(text);
    }
    sources.adding().addFiles(List.of(folder));
    assertThat(sources.adding().problem().get()).contains("is a folder", "the list in it");
    assertThat(sources.rows()).isEmpty();
    added("http://host/1\n\nhttp://host/2\nhttp://host/1\n");
    assertThat(sources.rows()).hasSize(2);
    assertThat(sources.adding().problem().get()).contains("already here");
    assertThat(sources.adding().busy().get()).isFalse();
  }

  @Test
  void takesFilesByTheirAddressToo() throws IOException {
    Path file = Files.writeString(folder.resolve("a list.m3u"), "");
    assertThat(added(file.toUri().toString()).source().location()).isEqualTo(new Location.OfFile(file));
  }

  @Test
  void whatIsTypedWhileAFileIsLookedForStays() {
    var slow = new SourcesViewModel(
        Texts.of("sources"), session, FOLDER, looks, Runnable::run, waiting::add, Runnable::run, () -> looks.now);
    slow.adding().address().set("http://host/1");
    slow.adding().addAddress();
    assertThat(slow.adding().busy().get()).isTrue();
    slow.adding().address().set("http://host/2");
    waiting.removeFirst().run();
    assertThat(slow.adding().busy().get()).isFalse();
    assertThat(slow.rows()).hasSize(1);
    assertThat(slow.adding().address().get()).isEqualTo("http://host/2");
  }

  @Test
  void listsOfOneServerHaveNamesOfTheirOwn() {
    added("http://host/1\nhttp://host/2\nhttp://host/3");
    assertThat(names()).containsExactly("host", "host 2", "host 3");
  }

  @Test
  void removingIsUndoneWithPlaceCountsAndSnapshot() {
    added("http://host/1\nhttp://host/2");
    SourceViewModel first = sources.rows().getFirst();
    sources.remove(first);
    assertThat(sources.rows()).hasSize(1);
    session.undo();
    assertThat(names()).containsExactly("host", "host 2");
    assertThat(sources.rows().getFirst().channels()).isEqualTo(3);
    assertThat(looks.asked).as("its server is not asked again").hasSize(2);
    assertThat(looks.kept).hasSize(2);
  }

  @Test
  void saysOnceWhyAListCannotBeUsed() {
    looks.failure = refused;
    SourceViewModel row = added("http://host/1");
    assertThat(row.state().get()).isEqualTo(State.FAILED);
    assertThat(row.stateText().get()).isEqualTo("Not usable: the server has a fault of its own");
    assertThat(row.trouble().get()).isEmpty();
    assertThat(row.inUse() + row.refreshed() + row.exactly() + row.age().get()).isEmpty();
    assertThat(row.failure().advice()).isEqualTo("Refresh later.");
    assertThat(sources.channels()).isZero();
  }

  @Test
  void afterAFailedRefreshTheListFromBeforeStaysInUse() {
    SourceViewModel row = added("http://host/1");
    looks.failure = refused;
    looks.now = looks.now.plus(Duration.ofMinutes(3));
    sources.refresh(row);
    assertThat(row.state().get()).isEqualTo(State.STALE);
    assertThat(row.stateText().get()).isEqualTo("3 channels, 2 oddities");
    assertThat(row.trouble().get()).isEqualTo(
        "Refresh failed; the list fetched 3 minutes ago stays in use");
    assertThat(row.inUse()).isEqualTo("The last refresh failed. The list fetched 3 minutes ago stays in use.");
    assertThat(row.failure().details()).contains("get.php").doesNotContain("s3cret");
    assertThat(row.refreshed()).isEmpty();
    assertThat(row.explanation()).isEqualTo("the server has a fault of its own");
    assertThat(row.groups()).hasSize(2);
    assertThat(sources.channels()).isEqualTo(3);
    looks.now = looks.now.plus(Duration.ofHours(1));
    sources.tick();
    assertThat(row.trouble().get()).contains("the list fetched 1 hour ago");
    looks.failure = null;
    sources.refresh(row);
    assertThat(row.state().get()).isEqualTo(State.OK);
    assertThat(row.trouble().get()).isEmpty();
    assertThat(row.failure()).isNull();
  }

  @Test
  void ofAFileThatIsGoneNothingStaysInUse() {
    sources.adding().addFiles(List.of(folder.resolve("a.m3u")));
    looks.failure = refused;
    SourceViewModel row = sources.rows().getFirst();
    sources.refresh(row);
    assertThat(row.state().get()).isEqualTo(State.FAILED);
    assertThat(sources.channels()).isZero();
  }

  @Test
  void agesAreTold() {
    SourceViewModel row = added("http://host/1");
    var said = new ArrayList<String>();
    for (Duration step : List.of(Duration.ZERO, Duration.ofSeconds(60), Duration.ofMinutes(58), Duration.ofMinutes(1),
        Duration.ofHours(46), Duration.ofHours(1), Duration.ofDays(-9))) {
      looks.now = looks.now.plus(step);
      sources.tick();
      said.add(row.age().get());
    }
    assertThat(said).containsExactly("just now", "1 minute ago", "59 minutes ago", "1 hour ago", "47 hours ago",
        "2 days ago", "just now");
    assertThat(row.exactly()).startsWith("Refreshed on ").contains("2026");
  }

  @Test
  void saysWhatARefreshChanged() {
    SourceViewModel row = added("http://host/1");
    assertThat(row.change()).isEmpty();
    looks.groups = FakeLooks.groups("News", 5L, "Sports", 9L);
    sources.refresh(row);
    assertThat(row.change()).isEqualTo("Since the refresh before: 11 channels more, 1 new group, 1 group gone");
    looks.groups = FakeLooks.groups("News", 6L, "Sports", 7L);
    sources.refresh(row);
    assertThat(row.change()).isEqualTo("Since the refresh before: 1 channel fewer");
    looks.groups = FakeLooks.groups("News", 7L, "Sports", 6L);
    sources.refresh(row);
    assertThat(row.change()).isEqualTo("Since the refresh before: as many channels, in other groups");
    sources.refresh(row);
    assertThat(row.change()).isEqualTo("As many channels in each group as before");
  }

  @Test
  void whatWasThereBeforeComesBackWhenALookIsStopped() {
    var slow = new SourcesViewModel(
        Texts.of("sources"), session, FOLDER, looks, waiting::add, Runnable::run, Runnable::run, () -> looks.now);
    slow.adding().addFiles(List.of(folder.resolve("a.m3u")));
    SourceViewModel row = slow.rows().getFirst();
    slow.sample();
    assertThat(row.state().get()).isEqualTo(State.COUNTING);
    slow.stop(row);
    waiting.removeFirst().run();
    assertThat(row.state().get()).isEqualTo(State.NOT_LOOKED_AT);
    slow.refresh(row);
    waiting.removeFirst().run();
    assertThat(row.state().get()).isEqualTo(State.OK);
    slow.refreshAll();
    slow.refreshAll();
    assertThat(waiting).as("one that is under way is not asked twice").hasSize(1);
    slow.stop(row);
    assertThat(row.state().get()).isEqualTo(State.OK);
    assertThat(row.stateText().get()).isEqualTo("3 channels, 2 oddities");
  }

  @Test
  void theWelcomeGoesWithTheFirstListOfOnesOwn() {
    session.change(
        Label.of("welcome"), new LibraryChange.Added(new LibrarySource(9, "Sample", Place.SAMPLE, "", true), 0));
    assertThat(sources.onlySample().getValue()).isTrue();
    assertThat(sources.rows().getFirst().place()).isEqualTo("comes with Lineup");
    sources.adding().addFiles(List.of(folder.resolve("a.m3u")));
    assertThat(sources.onlySample().getValue()).isFalse();
  }

  @Test
  void afterARestartCountsAreShownAndNoServerIsAsked() {
    Source fetched = source("mine", "http://host/1");
    Source never = source("other", "http://u:s3cret@host/2");
    added("http://host/1\nhttp://host/gone");
    looks.asked.clear();
    looks.now = looks.now.plus(Duration.ofDays(3));
    var library = new Library(0, List.of(new LibrarySource(1, "mine", Place.URL, "http://host/1", true),
        new LibrarySource(2, "other", Place.URL, "http://u:s3cret@host/2", true)), List.of(), Map.of(), 0, 3);
    var restarted = new SourcesViewModel(Texts.of("sources"), Sessions.of(library), FOLDER, looks, Runnable::run,
        Runnable::run, Runnable::run, () -> looks.now);
    restarted.start();
    assertThat(looks.asked).isEmpty();
    assertThat(restarted.sources()).containsExactly(fetched, never);
    SourceViewModel row = restarted.rows().getFirst();
    assertThat(row.state().get()).isEqualTo(State.OK);
    assertThat(row.channels()).isEqualTo(3);
    assertThat(row.refreshed()).isEqualTo("Refreshed 3 days ago");
    assertThat(restarted.rows().getLast().state().get()).isEqualTo(State.NOT_LOOKED_AT);
    assertThat(restarted.rows().getLast().place()).doesNotContain("s3cret");
    assertThat(restarted.selected().get()).isSameAs(row);
    assertThat(looks.kept).containsOnlyKeys(fetched.location());
  }

  @Test
  void afterARunTheListsThatItFetchedAreShown() {
    SourceViewModel row = added("http://host/1");
    looks.asked.clear();
    looks.groups = FakeLooks.groups("News", 30L);
    looks.kept.put(row.source().location(), looks.look());
    sources.lookAtKept();
    assertThat(row.channels()).isEqualTo(30);
    assertThat(looks.asked).isEmpty();
  }

  @Test
  void sourcesAreMoved() {
    added("http://a/\nhttp://b/\nhttp://c/");
    SourceViewModel a = sources.rows().getFirst();
    sources.move(a, 2);
    assertThat(names()).containsExactly("b", "c", "a");
    assertThat(sources.selected().get()).isSameAs(a);
    sources.move(a, 1);
    sources.move(a, 0);
    assertThat(names()).containsExactly("b", "c", "a");
    sources.move(a, -1);
    assertThat(names()).containsExactly("b", "a", "c");
    assertThat(sources.canMove(sources.rows().getFirst(), -1)).isFalse();
    assertThat(sources.canMove(null, 1)).isFalse();
  }
}
