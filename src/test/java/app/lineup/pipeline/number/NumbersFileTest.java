package app.lineup.pipeline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.model.ChannelNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NumbersFileTest {

  @TempDir
  private Path folder;

  private NumbersFile file() {
    return new NumbersFile(folder.resolve("numbers"));
  }

  private static NumberSources sources() {
    return NumberSources.NONE.with(List.of("one", "two"));
  }

  private void keep() throws IOException {
    file().replace(new NumbersFile.Head(1, 1, sources()), sink -> {
      sink.add(-1, RememberedNumber.seen(new ChannelNumber(99_999_999, 9_999)));
      sink.add(7, RememberedNumber.afterRun(RememberedNumber.seen(new ChannelNumber(1, 0))));
    });
  }

  private Map<Long, Long> read() throws IOException {
    Map<Long, Long> all = new TreeMap<>();
    file().read(new NumbersFile.Numbers() {
      @Override
      public void begin(NumbersFile.Head head) {
        assertThat(head).isEqualTo(new NumbersFile.Head(1, 1, sources()));
      }

      @Override
      public void add(long key, long remembered) {
        all.put(key, remembered);
      }
    });
    return all;
  }

  @Test
  @DisplayName("what is written is read, with one more run for the channels that were missed")
  void wholeAgain() throws IOException {
    keep();
    Map<Long, Long> all = read();
    assertThat(all).containsOnlyKeys(-1L, 7L);
    assertThat(RememberedNumber.number(all.getOrDefault(-1L, 0L))).isEqualTo(new ChannelNumber(99_999_999, 9_999));
    assertThat(RememberedNumber.missed(all.getOrDefault(-1L, 0L))).isZero();
    assertThat(RememberedNumber.missed(all.getOrDefault(7L, 0L))).isEqualTo(1);
    assertThat(file().head().count()).isEqualTo(2);
    assertThat(folder.toFile().list()).containsExactly("numbers");
  }

  @Test
  @DisplayName("whatever byte is changed and wherever the file ends, it is damaged rather than wrong")
  void damage() throws IOException {
    keep();
    byte[] whole = Files.readAllBytes(file().path());
    for (int i = 0; i < whole.length; i++) {
      byte[] other = whole.clone();
      other[i] ^= 0x40;
      Files.write(file().path(), other);
      assertThatThrownBy(this::justRead).as("byte " + i).isInstanceOf(DamagedNumbersException.class);
      Files.write(file().path(), Arrays.copyOf(whole, i));
      assertThatThrownBy(this::justRead).as("end at " + i).isInstanceOf(DamagedNumbersException.class);
    }
  }

  private void justRead() throws IOException {
    file().read(new NumbersFile.Numbers() {
      @Override
      public void begin(NumbersFile.Head head) {}

      @Override
      public void add(long key, long remembered) {}
    });
  }

  @Test
  @DisplayName("only what is nothing, empty or such a file may be replaced")
  void ours() throws IOException {
    assertThat(file().isOurs()).isTrue();
    Files.writeString(file().path(), "");
    assertThat(file().isOurs()).isTrue();
    for (String text : List.of("#EXTM3U\n#EXTINF:-1,A\n", "short")) {
      Files.writeString(file().path(), text);
      assertThat(file().isOurs()).isFalse();
    }
    keep();
    assertThat(file().isOurs()).isTrue();
    assertThat(new NumbersFile(folder).isOurs()).isFalse();
  }

  @Test
  @DisplayName("what is set aside can be taken back, unless something came in its place")
  void aside() throws IOException {
    keep();
    file().setAside("before");
    assertThat(file().exists()).isFalse();
    file().takeBack("before");
    assertThat(read()).hasSize(2);
    file().setAside("before");
    keep();
    assertThatThrownBy(() -> file().takeBack("before")).isInstanceOf(IOException.class);
    assertThat(read()).hasSize(2);
  }
}
