import org.jspecify.annotations.NullMarked;

/// Lineup: one clean playlist from the lists that IPTV providers give out. A program, so it exports nothing but what
/// its views are made of, and that only to JavaFX.
@NullMarked
module app.lineup {
  requires static org.jspecify;

  requires atlantafx.base;
  requires com.h2database;
  requires info.picocli;
  requires io.nayuki.qrcodegen;
  requires java.management;
  requires java.net.http;
  requires java.sql;
  requires javafx.controls;
  requires javafx.fxml;
  requires jdk.httpserver;
  requires jdk.management;
  requires org.apache.commons.compress;
  requires org.controlsfx.controls;
  requires org.fxmisc.flowless;
  requires org.fxmisc.richtext;
  requires org.fxmisc.undo;
  requires org.tukaani.xz;
  requires reactfx;
  requires tools.jackson.databind;
  requires wellbehavedfx;

  exports app.lineup.gui.code to javafx.fxml;
  exports app.lineup.gui.fx to javafx.fxml;

  opens app.lineup.gui.channels.view to javafx.fxml;
  opens app.lineup.gui.publish.view to javafx.fxml;
  opens app.lineup.gui.rules.view to javafx.fxml;
  opens app.lineup.gui.run.view to javafx.fxml;
  opens app.lineup.gui.settings.view to javafx.fxml;
  opens app.lineup.gui.shell.view to javafx.fxml;
  opens app.lineup.gui.sources.view to javafx.fxml;

  provides java.net.spi.InetAddressResolverProvider with app.lineup.io.http.LocalNames;
}
