package app.lineup.store;

import app.lineup.engine.accumulate.BlockReader;
import app.lineup.engine.accumulate.BlockWriter;
import app.lineup.engine.accumulate.ItemCodec;
import app.lineup.model.NumberedChannel;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a channel and its number as a line of JSON, for looking into a run (the original's form). Thread-safe: no state.
///
/// There is a line end before each line too, so that what a file of records writes around them stays off the lines.
public final class JsonLines implements ItemCodec<NumberedChannel> {

  private static final JsonFactory JSON = JsonFactory.builder().characterEscapes(new SurrogateEscapes()).build();

  private final NumberedChannelCodec binary = new NumberedChannelCodec();

  @Override
  public String form() {
    return "numbered channel lines 1";
  }

  @Override
  public void write(NumberedChannel item, BlockWriter out) {
    var line = new ByteArrayOutputStream(1024);
    line.write('\n');
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      ChannelJson.write(item, json);
    }
    line.write('\n');
    byte[] bytes = line.toByteArray();
    out.raw(bytes, 0, bytes.length);
  }

  @Override
  public NumberedChannel read(BlockReader in) {
    byte[] block = in.array();
    int from = in.position() + 1;
    int to = from;
    while (block[to] != '\n') {
      to++;
    }
    in.skip(to + 1 - in.position());
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), block, from, to - from)) {
      return ChannelJson.read(json);
    }
  }

  @Override
  public NumberedChannel owned(NumberedChannel item) {
    return binary.owned(item);
  }

  @Override
  public long weigh(NumberedChannel item) {
    return binary.weigh(item);
  }
}
