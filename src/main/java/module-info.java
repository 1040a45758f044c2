import org.jspecify.annotations.NullMarked;

/// Lineup: one clean playlist from the lists that IPTV providers give out. A program, so it exports nothing.
@NullMarked
module app.lineup {
  requires static org.jspecify;

  requires info.picocli;
  requires java.management;
  requires java.net.http;
  requires jdk.httpserver;
  requires jdk.management;
  requires org.apache.commons.compress;
  requires org.tukaani.xz;
  requires tools.jackson.databind;
}
