package app.lineup.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.VersionedSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SourceRegistryTest {

  private final List<String> closed = new ArrayList<>();

  private VersionedSource<Integer> source(String name) {
    var items = new SealedList<>(List.of(1, 2), 1, name);
    return new VersionedSource<>() {
      @Override
      public SourceInfo info() {
        return items.info();
      }

      @Override
      public PipelineIterator<Integer> open() {
        return items.open();
      }

      @Override
      public void close() {
        closed.add(name);
      }
    };
  }

  @Test
  @DisplayName("a source is found under its name until another takes it or all are closed")
  void found() {
    var registry = new SourceRegistry();
    VersionedSource<Integer> first = source("first");
    VersionedSource<Integer> second = source("second");
    registry.register("channels", Integer.class, first);
    assertThat(registry.find("channels", Integer.class)).containsSame(first);
    assertThat(registry.find("programmes", Integer.class)).isEmpty();
    assertThatThrownBy(() -> registry.find("channels", String.class)).isInstanceOf(IllegalArgumentException.class);
    registry.register("channels", Integer.class, second);
    assertThat(closed).containsExactly("first");
    assertThat(registry.find("channels", Integer.class)).containsSame(second);
    registry.close();
    registry.close();
    assertThat(closed).containsExactly("first", "second");
    assertThat(registry.find("channels", Integer.class)).isEmpty();
  }
}
