package app.lineup.io.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

final class RereadableInputTest {

  private static final InputLimits SMALL = new InputLimits(100_000, 5_000, 10, 16 * 1024);
  private static final String LIST = list();

  @TempDir
  private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    // The name lies on purpose.
    file = folder.resolve("list.zip");
  }

  @AfterEach
  void nothingIsLeftOpen() throws IOException {
    assertThat(openHandles()).as("streams left open").isZero();
  }

  @Test
  @DisplayName("a plain list is read straight from the file, as often as wanted")
  void readsPlain() throws Exception {
    RereadableInput input = input(LIST.getBytes(StandardCharsets.UTF_8), InputLimits.DEFAULT);
    assertThat(text(input)).isEqualTo(LIST);
    assertThat(text(input)).isEqualTo(LIST);
    try (InputStream in = input.open()) {
      assertThat(in).isExactlyInstanceOf(FileInputStream.class);
    }
    assertThat(input.sizeBytes()).isEqualTo(LIST.length());
    assertThat(input.label()).isEqualTo("the list");
  }

  @ParameterizedTest(name = "M3U-5: {0} is recognised by its first bytes")
  @EnumSource(Packed.class)
  void unpacks(Packed packed) throws Exception {
    RereadableInput input = input(packed.pack(LIST), InputLimits.DEFAULT);
    assertThat(text(input)).isEqualTo(LIST);
    assertThat(text(input)).isEqualTo(LIST);
  }

  @ParameterizedTest(name = "M3U-5: an empty list in {0}")
  @EnumSource(Packed.class)
  void unpacksNothing(Packed packed) throws Exception {
    assertThat(text(input(packed.pack(""), InputLimits.DEFAULT))).isEmpty();
  }

  @ParameterizedTest(name = "M3U-5: {0} in several members")
  @EnumSource(value = Packed.class, names = {"GZIP", "BZIP2", "XZ"})
  void unpacksMembers(Packed packed) throws Exception {
    var both = new ByteArrayOutputStream();
    both.write(packed.pack(LIST));
    both.write(packed.pack("#EXTINF:-1,Last\nhttp://h/last\n"));
    assertThat(text(input(both.toByteArray(), InputLimits.DEFAULT)))
        .isEqualTo(LIST + "#EXTINF:-1,Last\nhttp://h/last\n");
  }

  @ParameterizedTest(name = "a list that begins like something packed stays plain: {0}")
  @ValueSource(strings = {"BZh9 TV\nhttp://h/1\n", "PK\nhttp://h/1\n", "BZh", "P", "", "\u001F"})
  void keepsPlain(String text) throws Exception {
    assertThat(text(input(text.getBytes(StandardCharsets.UTF_8), InputLimits.DEFAULT))).isEqualTo(text);
  }

  @ParameterizedTest(name = "M3U-5: of {0} the list is {1}")
  @CsvSource(delimiter = '|', textBlock = """
      readme.txt a.M3U8 b.m3u               | a.M3U8
      dir/ dir/list                         | dir/list
      __MACOSX/._a.m3u one.txt two.txt      | one.txt
      __MACOSX/._a.m3u readme.txt lists/a.m3u | lists/a.m3u
      """)
  void choosesFromZip(String names, String chosen) throws Exception {
    byte[] zip = Packed.zipOf(names.split(" +", -1));
    assertThat(text(input(zip, InputLimits.DEFAULT))).isEqualTo(chosen);
  }

  @Test
  @DisplayName("M3U-5: a zip with no file in it")
  void refusesEmptyZips() throws Exception {
    for (byte[] zip : new byte[][] {Packed.zipOf("dir/"), Packed.zipOf()}) {
      assertThat(failure(input(zip, InputLimits.DEFAULT)).what()).isEqualTo("the zip archive holds no file");
    }
  }

  @ParameterizedTest(name = "M3U-5: {0} may not expand without end")
  @EnumSource(Packed.class)
  void boundsExpansion(Packed packed) throws Exception {
    PipelineException failure = failure(input(packed.pack("x".repeat(90_000)), SMALL));
    assertThat(failure.what()).isEqualTo("it unpacks to more than 10 times its size, and was given up there");
    assertThat(failure.kind()).isEqualTo(Kind.USER);
  }

  @ParameterizedTest(name = "M3U-5: {0} may expand to the limit and no further")
  @EnumSource(Packed.class)
  void boundsSize(Packed packed) throws Exception {
    String allowed = noise(100_000);
    assertThat(text(input(packed.pack(allowed), SMALL))).isEqualTo(allowed);
    assertThat(failure(input(packed.pack(allowed + "x"), SMALL)).what())
        .isEqualTo("it unpacks to more than 98 KiB, and was given up there");
  }

  @ParameterizedTest(name = "M3U-5: a short list in {0} may pack as well as it likes")
  @EnumSource(Packed.class)
  void allowsShortLists(Packed packed) throws Exception {
    assertThat(text(input(packed.pack("x".repeat(5_000)), SMALL))).hasSize(5_000);
  }

  @Test
  @DisplayName("M3U-5: an xz that wants too much memory")
  void boundsMemory() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var out = new XZOutputStream(packed, new LZMA2Options(9))) {
      out.write(LIST.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(text(input(packed.toByteArray(), InputLimits.DEFAULT))).isEqualTo(LIST);
    assertThat(failure(input(packed.toByteArray(), SMALL)).what())
        .startsWith("unpacking it would take too much memory");
  }

  @ParameterizedTest(name = "M3U-5: {0} cut anywhere is refused, never taken for a shorter list")
  @EnumSource(Packed.class)
  void noticesTruncation(Packed packed) throws Exception {
    byte[] whole = packed.pack(LIST);
    for (int length = 16; length < whole.length; length += 211) {
      PipelineException failure = failure(input(Arrays.copyOf(whole, length), InputLimits.DEFAULT));
      assertThat(failure.what()).startsWith("the packed file ");
      assertThat(failure.kind()).isEqualTo(Kind.EXTERNAL);
    }
  }

  @ParameterizedTest(name = "M3U-5: {0} with damaged bytes is refused, or gives the same list")
  @EnumSource(Packed.class)
  void noticesDamage(Packed packed) throws Exception {
    var random = new Random(5);
    byte[] whole = packed.pack(LIST);
    for (int i = 0; i < 30; i++) {
      byte[] damaged = whole.clone();
      damaged[16 + random.nextInt(whole.length - 60)] ^= (byte) (1 + random.nextInt(255));
      RereadableInput input = input(damaged, InputLimits.DEFAULT);
      try {
        assertThat(text(input)).isEqualTo(LIST);
      } catch (PipelineException e) {
        assertThat(e.what()).startsWith("the packed file ");
      } catch (IOException e) {
        assertThat(input.explain(e).what()).startsWith("the packed file ");
      }
    }
  }

  @Test
  @DisplayName("M3U-5: a gzip of thousands of empty members is refused, not a crash")
  void survivesEmptyMembers() throws Exception {
    byte[] empty = Packed.GZIP.pack("");
    var many = new ByteArrayOutputStream();
    for (int i = 0; i < 200_000; i++) {
      many.write(empty);
    }
    assertThat(failure(input(many.toByteArray(), InputLimits.DEFAULT)).what()).startsWith("the packed file is damaged");
  }

  @Test
  @DisplayName("a file that changes between two readings is refused")
  void noticesChanges() throws Exception {
    RereadableInput input = input("one".getBytes(StandardCharsets.UTF_8), InputLimits.DEFAULT);
    input.verifyUnchanged();
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertChanged(input, "the file changed while it was read");
    Files.writeString(file, "longer");
    assertChanged(input, "the file changed while it was read");
    Files.delete(file);
    assertChanged(input, "the file was removed while it was read");
  }

  private static void assertChanged(RereadableInput input, String what) {
    for (PipelineException failure : new PipelineException[] {
      catchThrowableOfType(PipelineException.class, input::verifyUnchanged),
      catchThrowableOfType(PipelineException.class, input::open),
      input.explain(new IOException("anything")),
    }) {
      assertThat(failure.what()).isEqualTo(what);
      assertThat(failure.kind()).isEqualTo(Kind.USER);
      assertThat(failure.subject()).isEqualTo("the list");
    }
  }

  @Test
  @DisplayName("a failed read of an unchanged file is the disk's")
  void explainsTheDisk() throws Exception {
    RereadableInput input = input("one".getBytes(StandardCharsets.UTF_8), InputLimits.DEFAULT);
    assertThat(input.explain(new IOException("Input/output error")).what())
        .isEqualTo("the file could not be read (Input/output error)");
  }

  private RereadableInput input(byte[] content, InputLimits limits) throws IOException {
    Files.write(file, content);
    return new RereadableInput(file, "the list", Kind.EXTERNAL, limits);
  }

  private static String text(RereadableInput input) throws PipelineException, IOException {
    try (InputStream in = input.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static PipelineException failure(RereadableInput input) throws IOException {
    try {
      throw new AssertionError("it was read as " + text(input).length() + " characters");
    } catch (PipelineException e) {
      return e;
    } catch (IOException e) {
      return input.explain(e);
    }
  }

  private long openHandles() throws IOException {
    Path handles = Path.of("/proc/self/fd");
    if (!Files.isDirectory(handles)) {
      return 0;
    }
    long open = 0;
    try (Stream<Path> all = Files.list(handles)) {
      for (Path handle : all.toList()) {
        open += Files.isSymbolicLink(handle) && Files.readSymbolicLink(handle).startsWith(folder) ? 1 : 0;
      }
    }
    return open;
  }

  private static String list() {
    var list = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < 700; i++) {
      list.append("#EXTINF:-1 tvg-id=\"c").append(i).append("\",Channel ").append(i * 7919 % 10_007)
          .append("\nhttp://h/").append(Integer.toHexString(i * 0x9E3779B9)).append('\n');
    }
    return list.toString();
  }

  /// Text that hardly packs.
  private static String noise(int length) {
    var random = new Random(3);
    var noise = new StringBuilder(length);
    while (noise.length() < length) {
      noise.append((char) ('!' + random.nextInt(90)));
    }
    return noise.toString();
  }
}
