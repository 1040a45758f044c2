package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.io.input.InputLimits;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// `M3U-5` through the whole pipeline.
final class PackedRowsTest {

  private static final String LIST = "#EXTM3U\n" + "#EXTINF:-1,A\nhttp://h/a\n".repeat(500);

  @TempDir
  private Path folder;

  enum Packing {
    GZIP, BZIP2, XZ, ZIP;

    byte[] pack(String text) throws IOException {
      var packed = new ByteArrayOutputStream();
      try (OutputStream out = around(packed)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return packed.toByteArray();
    }

    private OutputStream around(OutputStream out) throws IOException {
      return switch (this) {
        case GZIP -> new GZIPOutputStream(out);
        case BZIP2 -> new BZip2CompressorOutputStream(out);
        case XZ -> new XZOutputStream(out, new LZMA2Options(0));
        case ZIP -> {
          var zip = new ZipOutputStream(out);
          zip.putNextEntry(new ZipEntry("list.m3u"));
          yield zip;
        }
      };
    }
  }

  @ParameterizedTest(name = "M3U-5: {0} around a list is recognised by its first bytes, and read in both passes")
  @EnumSource
  void packed(Packing packing) throws Exception {
    assertThat(new TestRun(folder).list(packing.pack(LIST)).run().text()).isEqualTo(LIST);
    assertThat(new TestRun(folder).list(packing.pack(LIST)).keep().run().text()).contains("tvg-chno=\"500\"");
  }

  @ParameterizedTest(name = "M3U-5: half of a {0} file costs the run and not the old playlist")
  @EnumSource
  void broken(Packing packing) throws Exception {
    byte[] whole = packing.pack(LIST);
    Path out = Files.writeString(folder.resolve("out.m3u"), "the last good one");
    var run = new TestRun(folder).list(Arrays.copyOf(whole, whole.length / 2));
    assertThat(catchThrowableOfType(PipelineException.class, run::run).subject()).endsWith("in-0.m3u");
    assertThat(out).hasContent("the last good one");
  }

  @ParameterizedTest(name = "M3U-5: a {0} file that expands past the limit is given up")
  @EnumSource
  void bomb(Packing packing) throws Exception {
    var run = new TestRun(folder).list(packing.pack(LIST)).limits(new InputLimits(10_000, 0, 1_000, 128 * 1024));
    assertThat(catchThrowableOfType(PipelineException.class, run::run).subject()).endsWith("in-0.m3u");
    assertThat(folder.resolve("out.m3u")).doesNotExist();
    assertThat(new TestRun(folder).list(packing.pack(LIST)).limits(new InputLimits(13_000, 0, 1_000, 128 * 1024)).run()
        .text())
        .isEqualTo(LIST);
  }
}
