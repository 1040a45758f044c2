package app.lineup.pipeline.guide;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.model.guide.GuideChannel;
import app.lineup.model.guide.Programme;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes a guide as XMLTV 0.5 in UTF-8: first the channels, then the programmes, each element as it is. Not
/// thread-safe; used by the thread that publishes the guide.
public final class GuideWriter {

  private static final byte[] HEAD =
      utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tv SYSTEM \"xmltv.dtd\">\n");
  private static final Pattern NOT_ALLOWED =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
  private static final byte[] INDENT = utf8("  ");
  private static final byte[] LINE_END = utf8("\n");
  private static final byte[] TAIL = utf8("</tv>\n");

  private final OutputStream out;
  private final Set<String> scheduled = new HashSet<>();
  private String lastChannel = "";
  private long programmes;
  private long bytes;

  /// @param out takes the guide; the caller flushes and closes it
  public GuideWriter(OutputStream out) {
    this.out = out;
  }

  /// Writes a whole guide.
  ///
  /// @param root   its `<tv …>` tag
  /// @param wanted its channels
  /// @param all    their programmes
  public void write(byte[] root, WantedChannels wanted, PipelineIterator<Programme> all)
      throws IOException, PipelineException, InterruptedException {
    put(HEAD, 0, HEAD.length);
    put(root, 0, root.length);
    put(LINE_END, 0, LINE_END.length);
    for (GuideChannel channel : wanted.channels()) {
      element(channel.element(), 0, channel.element().length);
    }
    for (String id : wanted.undescribed()) {
      byte[] element = described(id);
      element(element, 0, element.length);
    }
    while (all.nextChunk(Integer.MAX_VALUE) instanceof IteratorResult.Items<Programme>(var chunk)) {
      for (Programme programme : chunk) {
        element(programme.block(), programme.from(), programme.to());
        if (!programme.channel().equals(lastChannel)) {
          lastChannel = programme.channel();
          scheduled.add(lastChannel);
        }
      }
      programmes += chunk.size();
    }
    put(TAIL, 0, TAIL.length);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Players look for the channel before they look for its programmes.
  private static byte[] described(String id) {
    // What XML does not allow is in no id that a guide can have.
    String text = NOT_ALLOWED.matcher(id).replaceAll("")
        .replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return utf8("<channel id=\"" + text + "\"><display-name>" + text + "</display-name></channel>");
  }

  private void element(byte[] array, int from, int to) throws IOException {
    put(INDENT, 0, INDENT.length);
    put(array, from, to - from);
    put(LINE_END, 0, LINE_END.length);
  }

  private void put(byte[] array, int from, int length) throws IOException {
    out.write(array, from, length);
    bytes += length;
  }

  /// The ids that have programmes.
  public Set<String> scheduled() {
    return Set.copyOf(scheduled);
  }

  /// How many programmes were written.
  public long programmes() {
    return programmes;
  }

  /// How many bytes were written.
  public long bytes() {
    return bytes;
  }
}
