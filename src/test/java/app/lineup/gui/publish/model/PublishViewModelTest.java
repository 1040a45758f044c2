package app.lineup.gui.publish.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Session;
import app.lineup.app.session.Sessions;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Texts;
import app.lineup.library.Setting;
import app.lineup.library.file.Notes;
import app.lineup.pipeline.output.Logins;
import app.lineup.pipeline.output.Versions;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is published, what was before, and what is saved of it.
final class PublishViewModelTest {

  private static final String WITH_LOGIN = "#EXTM3U\n#EXTINF:-1,One\nhttp://host/live/user/secret/1.ts\n";

  @TempDir
  private Path folder;

  private final List<Runnable> saves = new ArrayList<>();
  private final List<Path> counted = new ArrayList<>();
  private final Map<String, String> kept = new HashMap<>();
  private final Session session = Sessions.empty();
  private long channels = 2;

  private final PublishedViewModel.Look look = new PublishedViewModel.Look() {
    @Override
    public boolean logins(Path playlist) throws IOException, InterruptedException {
      return Logins.areIn(playlist);
    }

    @Override
    public long channels(Path playlist) throws PipelineException {
      if (channels < 0) {
        throw new PipelineException(PipelineException.Kind.USER, "list", "it is no playlist", "");
      }
      counted.add(playlist);
      return channels;
    }
  };

  private Path file() throws IOException {
    return Files.createDirectories(folder.resolve("published")).resolve("lineup.m3u");
  }

  private void publish(String content) throws IOException {
    new Versions(file()).replace(Files.writeString(folder.resolve("part"), content), file());
  }

  private PublishViewModel view() throws IOException {
    return view(saves::add, (from, to, progress) -> {
      byte[] bytes = readAll(from);
      write(to, bytes);
      progress.accept(bytes.length);
      return bytes.length;
    });
  }

  private PublishViewModel view(Executor background, SaveViewModel.Copy copy) throws IOException {
    Texts texts = Texts.of("publish");
    var published = new PublishedViewModel(
        texts, new Versions(file()), look, Runnable::run, Runnable::run, Runnable::run);
    var settings = new SettingProperties(session);
    var save = new SaveViewModel(texts, settings, new Notes(kept, kept::put), folder, copy, published::amount,
        background, Runnable::run);
    var server = new ServerViewModel(texts, settings, (port, token, observer) -> {
      throw new AssertionError("nobody asked for a server");
    }, Runnable::run, Runnable::run);
    published.refresh();
    return new PublishViewModel(published, save, server);
  }

  private static byte[] readAll(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void doSave() {
    saves.removeFirst().run();
  }

  @Test
  void saysThatNothingIsPublished() throws IOException {
    PublishViewModel view = view();
    assertThat(view.published().nothing().get()).isTrue();
    assertThat(view.published().current().get()).isNull();
    view.save();
    assertThat(saves).isEmpty();
  }

  @Test
  void whatAnEarlierStartPublishedIsThere() throws IOException {
    publish("one");
    publish("the second");
    PublishViewModel view = view();
    assertThat(view.published().nothing().get()).isFalse();
    assertThat(view.published().channels().get()).isEqualTo("2 channels");
    assertThat(view.published().facts().get()).startsWith("10 B, made ");
    assertThat(view.published().logins().get()).isFalse();
    assertThat(view.published().earlier().rows()).singleElement().satisfies(row -> {
      assertThat(row.channels().get()).isEqualTo("2 channels");
      assertThat(row.size()).isEqualTo("3 B");
    });
  }

  @Test
  void aRunSaysHowManyChannelsThereAre() throws IOException {
    PublishViewModel view = view();
    publish(WITH_LOGIN);
    view.made(1);
    assertThat(view.published().channels().get()).isEqualTo("1 channel");
    assertThat(view.published().logins().get()).isTrue();
    assertThat(counted).isEmpty();
    publish("#EXTM3U\n");
    view.made(7);
    assertThat(view.published().channels().get()).isEqualTo("7 channels");
    assertThat(view.published().logins().get()).isFalse();
    assertThat(view.published().earlier().rows().getFirst().channels().get()).isEqualTo("1 channel");
    assertThat(counted).isEmpty();
  }

  @Test
  void whatCannotBeCountedSaysSo() throws IOException {
    channels = -1;
    publish("nonsense");
    assertThat(view().published().channels().get()).isEqualTo("channels unknown");
  }

  @Test
  void anEarlierOneIsUsedAgainAndThatIsUndone() throws IOException {
    publish("one");
    publish("two");
    PublishViewModel view = view();
    EarlierViewModel earlier = view.published().earlier();
    earlier.useAgain(earlier.rows().getFirst());
    assertThat(file()).hasContent("one");
    assertThat(earlier.said().get()).contains("is published again");
    earlier.undo();
    assertThat(file()).hasContent("two");
    assertThat(earlier.said().get()).isEmpty();
    Files.delete(earlier.rows().getFirst().kept().file());
    earlier.useAgain(earlier.rows().getFirst());
    assertThat(earlier.failure().get().what()).contains("no longer there");
    assertThat(earlier.rows()).isEmpty();
    assertThat(file()).hasContent("two");
  }

  @Test
  void savesWhereTheUserWants() throws IOException {
    publish(WITH_LOGIN);
    PublishViewModel view = view();
    SaveViewModel saving = view.saving();
    assertThat(saving.path().get()).isEqualTo(folder.resolve("lineup.m3u").toString());
    for (String place : List.of("~/a.m3u", "b.m3u", folder.resolve("c.m3u").toString())) {
      saving.path().set(place);
      view.save();
      assertThat(saving.busy().get()).isTrue();
      doSave();
      Path to = folder.resolve(place.replace("~/", ""));
      assertThat(to).hasContent(WITH_LOGIN);
      assertThat(saving.said().get()).isEqualTo("Saved 2 channels to " + to);
      assertThat(saving.busy().get()).isFalse();
    }
    assertThat(session.library().setting(Setting.SAVE_PATH)).hasValue(folder.resolve("c.m3u").toString());
  }

  @Test
  void asksBeforeItReplacesAFileOfTheUser() throws IOException {
    publish("new");
    Path mine = Files.writeString(folder.resolve("mine.m3u"), "mine");
    PublishViewModel view = view();
    SaveViewModel saving = view.saving();
    saving.path().set("mine.m3u");
    view.save();
    doSave();
    assertThat(saving.question().get()).contains("mine.m3u");
    saving.leave();
    assertThat(saving.question().get()).isEmpty();
    assertThat(mine).hasContent("mine");
    view.save();
    doSave();
    saving.replace();
    doSave();
    assertThat(mine).hasContent("new");
    // From now on it is ours, also after a restart.
    PublishViewModel later = view();
    later.saving().path().set("mine.m3u");
    later.save();
    doSave();
    assertThat(later.saving().said().get()).startsWith("Saved ");
    assertThat(later.saving().question().get()).isEmpty();
  }

  @Test
  void aFileThatADialogAskedAboutIsReplaced() throws IOException {
    publish("new");
    Path mine = Files.writeString(folder.resolve("mine.m3u"), "mine");
    PublishViewModel view = view();
    view.saving().choose(mine);
    view.save();
    doSave();
    assertThat(mine).hasContent("new");
  }

  @Test
  void eachRunIsSavedIfWanted() throws IOException {
    publish("one");
    PublishViewModel view = view();
    view.made(1);
    assertThat(saves).isEmpty();
    view.saving().path().set("tv.m3u");
    view.saving().everyRun().set(true);
    publish("two");
    view.made(1);
    publish("three");
    view.made(1);
    assertThat(saves).hasSize(1);
    doSave();
    doSave();
    assertThat(folder.resolve("tv.m3u")).hasContent("three");
    assertThat(session.library().setting(Setting.SAVE_EVERY_RUN)).hasValue("true");
    assertThat(session.library().setting(Setting.SAVE_PATH)).hasValue("tv.m3u");
    assertThat(view().saving().everyRun().get()).isTrue();
  }

  @Test
  void saysWhyItCannotSave() throws IOException {
    publish("one");
    PublishViewModel view = view(Runnable::run, (from, to, progress) -> {
      throw new PipelineException(PipelineException.Kind.RESOURCES, "tv.m3u", "the disk is full", "Make room.");
    });
    view.save();
    assertThat(view.saving().failure().get().what()).isEqualTo("the disk is full");
    assertThat(view.status().getValue()).isEqualTo("Not saved: see Publish. Server off");
    assertThat(view.saving().busy().get()).isFalse();
    view.saving().path().set("a\0b");
    view.save();
    assertThat(view.saving().failure().get().what()).contains("cannot be the name");
    view.saving().path().set("  ");
    view.save();
    assertThat(view.saving().failure().get().what()).as("nobody looks at the field after a run")
        .contains("cannot be the name");
  }

  @Test
  void aFaultIsSaidAndEndsTheSaving() throws IOException {
    publish("one");
    PublishViewModel view = view(Runnable::run, (from, to, progress) -> {
      throw new IllegalStateException("http://user:secret@host/");
    });
    view.save();
    assertThat(view.saving().failure().get().advice()).contains("report");
    assertThat(view.saving().failure().get().details()).doesNotContain("secret");
    assertThat(view.saving().busy().get()).isFalse();
  }

  @Test
  void savingIsCancelledBeforeAndWhileItIsUnderWay() throws IOException {
    publish("one");
    var views = new ArrayList<PublishViewModel>();
    PublishViewModel view = view(saves::add, (from, to, progress) -> {
      progress.accept(1);
      views.getFirst().sample();
      assertThat(views.getFirst().saving().progress().get()).isBetween(0.3, 0.4);
      views.getFirst().saving().cancel();
      throw new InterruptedException();
    });
    views.add(view);
    view.save();
    view.saving().cancel();
    assertThat(view.saving().said().get()).startsWith("Cancelled.");
    assertThat(view.saving().busy().get()).isFalse();
    doSave();
    view.save();
    doSave();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(view.saving().said().get()).startsWith("Cancelled.");
    assertThat(view.saving().busy().get()).isFalse();
  }
}
