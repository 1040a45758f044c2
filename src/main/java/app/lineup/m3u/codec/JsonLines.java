package app.lineup.m3u.codec;

import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.engine.record.ItemCodec;
import app.lineup.model.channel.Channel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Writes a channel as a line of JSON, for looking into a run. Thread-safe: no state.
///
/// The line of a channel is an object. What channels are sorted by is a line before it: a text with a character for
/// each of its bytes. There is a line end before each line too, so that what a file of records writes around them stays
/// off the lines.
public final class JsonLines implements ItemCodec<Channel> {

  private static final JsonFactory JSON = JsonFactory.builder().characterEscapes(new SurrogateEscapes())
      // Lists are limited where they are read; whatever came through there comes back.
      .streamReadConstraints(StreamReadConstraints.builder().maxNameLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE).build())
      .build();

  private final ChannelCodec packed = new ChannelCodec();

  @Override
  public String form() {
    return "channel lines 1";
  }

  @Override
  public void write(Channel item, BlockWriter out) {
    writeLine(out, json -> ChannelJson.write(item, json));
  }

  @Override
  public Channel read(BlockReader in) {
    return readLine(in, ChannelJson::read);
  }

  @Override
  public void writeKey(byte[] key, BlockWriter out) {
    writeLine(out, json -> json.writeString(new String(key, StandardCharsets.ISO_8859_1)));
  }

  @Override
  public byte[] readKey(BlockReader in) {
    return readLine(in, json -> {
      json.nextToken();
      return json.getString().getBytes(StandardCharsets.ISO_8859_1);
    });
  }

  private static void writeLine(BlockWriter out, Consumer<JsonGenerator> value) {
    var line = new ByteArrayOutputStream(1024);
    line.write('\n');
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      value.accept(json);
    }
    line.write('\n');
    byte[] bytes = line.toByteArray();
    out.raw(bytes, 0, bytes.length);
  }

  private static <V> V readLine(BlockReader in, Function<JsonParser, V> value) {
    byte[] block = in.array();
    int from = in.position() + 1;
    int to = from;
    while (block[to] != '\n') {
      to++;
    }
    in.skip(to + 1 - in.position());
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), block, from, to - from)) {
      return value.apply(json);
    }
  }

  @Override
  public Channel owned(Channel item) {
    return packed.owned(item);
  }

  @Override
  public long weigh(Channel item) {
    return packed.weigh(item);
  }
}
