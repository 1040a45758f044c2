package app.lineup.engine.record;

/// Whole numbers, for files of them. The last digit is written as a text that neighbours may share.
public class IntCodec implements ItemCodec<Integer> {

  @Override
  public String form() {
    return "int 1";
  }

  @Override
  public void write(Integer item, BlockWriter out) {
    out.number(item / 10);
    out.shared("ends with " + item % 10, (text, sink) -> sink.text(text));
  }

  @Override
  public Integer read(BlockReader in) {
    int tens = in.count();
    String end = in.shared(String.class, BlockReader::text);
    return tens * 10 + end.charAt(end.length() - 1) - '0';
  }

  @Override
  public Integer owned(Integer item) {
    return item;
  }

  @Override
  public long weigh(Integer item) {
    return 16;
  }
}
