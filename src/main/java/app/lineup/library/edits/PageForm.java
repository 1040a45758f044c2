package app.lineup.library.edits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// How edits are packed: about 64 KB of them a page, deflated. Thread-safe: no state.
final class PageForm {

  private static final int PAGE_BYTES = 64 * 1024;
  private static final int CLEAR = -1;
  private static final EditField[] FIELDS = EditField.values();

  private PageForm() {}

  /// Edits as pages of no batch.
  static Pages pack(List<Edit> edits) {
    List<EditPage> pages = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    var plain = new ByteArrayOutputStream();
    var out = new DataOutputStream(plain);
    try {
      for (int i = 0; i < edits.size(); i++) {
        write(edits.get(i), out);
        if (plain.size() >= PAGE_BYTES || i == edits.size() - 1) {
          pages.add(new EditPage(0, pages.size(), deflated(plain.toByteArray())));
          ends.add(i + 1);
          plain.reset();
        }
      }
      return new Pages(pages, ends);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Edits as pages.
  ///
  /// @param ends how many edits stand in each page and those before it
  record Pages(List<EditPage> pages, List<Integer> ends) {}

  private static void write(Edit edit, DataOutputStream out) throws IOException {
    out.writeLong(edit.channel());
    out.writeByte(edit.field().ordinal());
    if (edit.value().isEmpty()) {
      out.writeInt(CLEAR);
    } else {
      write(edit.value().get(), out);
    }
    write(edit.before(), out);
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] deflated(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var out = new DeflaterOutputStream(packed, deflater)) {
      out.write(plain);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  /// The edits of a page.
  ///
  /// @throws IllegalArgumentException if it is damaged
  static List<Edit> unpack(EditPage page) {
    List<Edit> edits = new ArrayList<>();
    try (var inflated = new InflaterInputStream(new ByteArrayInputStream(page.packed()))) {
      var in = new DataInputStream(new ByteArrayInputStream(inflated.readAllBytes()));
      while (in.available() > 0) {
        long channel = in.readLong();
        EditField field = FIELDS[in.readByte()];
        int length = in.readInt();
        Optional<String> value = length == CLEAR ? Optional.empty() : Optional.of(text(in, length));
        edits.add(new Edit(channel, field, value, text(in, in.readInt())));
      }
      return edits;
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("page " + page.number() + " of batch " + page.batch() + " is damaged", e);
    }
  }

  private static String text(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the page ends within a text");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
