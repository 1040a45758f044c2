package app.lineup.io.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Packs texts in each of the ways that are recognised.
enum Packed {
  GZIP {
    @Override
    OutputStream around(OutputStream out) throws IOException {
      return new GZIPOutputStream(out);
    }
  },
  BZIP2 {
    @Override
    OutputStream around(OutputStream out) throws IOException {
      return new BZip2CompressorOutputStream(out);
    }
  },
  XZ {
    @Override
    OutputStream around(OutputStream out) throws IOException {
      return new XZOutputStream(out, new LZMA2Options());
    }
  },
  ZIP {
    @Override
    OutputStream around(OutputStream out) throws IOException {
      var zip = new ZipOutputStream(out);
      zip.putNextEntry(new ZipEntry("list.m3u"));
      return zip;
    }
  };

  abstract OutputStream around(OutputStream out) throws IOException;

  byte[] pack(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = around(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  /// A zip with files of these names, each holding its own name.
  static byte[] zipOf(String... names) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("/") ? new byte[0] : name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }
}
