package app.lineup.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginsTest {

  @TempDir
  private Path folder;

  private Path list(String text) throws IOException {
    return Files.writeString(folder.resolve("list.m3u"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "#EXTM3U x-tvg-url=\"http://host/xmltv.php?username=u7&password=p7\"\n",
    "#EXTM3U\n#EXTINF:-1,Ünnamed\nhttp://host/live/user/secret/12.ts\n",
    "#EXTM3U\r#EXTINF:-1,One\rhttp://user:secret@host/1"})
  void loginsAreFoundWhereverTheyAre(String text) throws Exception {
    assertThat(Logins.areIn(list(text))).isTrue();
  }

  @Test
  void plainAddressesCarryNone() throws Exception {
    assertThat(Logins.areIn(list("#EXTM3U\n#EXTINF:-1 tvg-id=\"a@b\",One = two\nhttp://host/one.ts\n"))).isFalse();
    assertThat(Logins.areIn(list(""))).isFalse();
  }

  @Test
  void lookingCanBeInterrupted() throws IOException {
    Path list = list("#EXTM3U\n");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Logins.areIn(list)).isInstanceOfAny(InterruptedException.class, IOException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
