package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.KnownField;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of the catalogue of oddities about groups.
final class GroupRowsTest {

  private static final String STICKY = """
      #EXTM3U
      #EXTGRP:News
      #EXTINF:-1,A
      http://h/a
      #EXTINF:-1 group-title="Own",B
      http://h/b
      #EXTINF:-1 group-title="",C
      http://h/c
      #EXTINF:-1,D
      #EXTGRP: Mine\t
      http://h/d
      http://h/e
      #extgrp:Sport
      #EXTINF:-1,F
      http://h/f
      #EXTGRP:
      #EXTINF:-1,G
      http://h/g
      """;

  @TempDir
  private Path folder;

  @Test
  @DisplayName("M3U-23: an #EXTGRP behind #EXTINF is the group of that entry where it has no group-title")
  void ownGroupLine() throws Exception {
    String text = """
        #EXTM3U
        #EXTINF:-1,A
        #EXTGRP: News\s
        http://h/a
        #EXTINF:-1 group-title="Own",B
        #EXTGRP:News
        http://h/b
        #EXTINF:-1 group-title="",C
        #EXTVLCOPT:x=y
        #extgrp:Sport
        http://h/c
        #EXTINF:-1,D
        http://h/d
        """;
    ListReading list = ListReading.of(folder, text);
    assertThat(list.texts(KnownField.GROUP_TITLE)).containsExactly("News", "Own", "Sport", "");
    assertThat(list.report().findings()).isEmpty();
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
    assertThat(new TestRun(folder).list(text).rule("group_title equals \"News\" SET group_title = \"N\"").run().text())
        .isEqualTo(text.replaceFirst("EXTGRP: News", "EXTGRP: N"));
  }

  @Test
  @DisplayName("M3U-24: an #EXTGRP before #EXTINF is the group from there on, of entries that have none")
  void lastingGroup() throws Exception {
    ListReading list = ListReading.of(folder, STICKY);
    assertThat(list.texts(KnownField.GROUP_TITLE)).containsExactly("News", "Own", "News", "Mine", "News", "Sport", "");
    assertThat(new TestRun(folder).list(STICKY).run().text()).isEqualTo(STICKY);
  }

  @Test
  @DisplayName("M3U-24: the lasting group is written into each entry once membership changes")
  void lastingGroupWrittenOut() throws Exception {
    assertThat(new TestRun(folder).list(STICKY).exclude("channel_name equals \"A\"").run().text()).isEqualTo("""
        #EXTM3U
        #EXTINF:-1 group-title="Own",B
        http://h/b
        #EXTINF:-1 group-title="News",C
        http://h/c
        #EXTINF:-1,D
        #EXTGRP: Mine\t
        http://h/d
        #EXTINF:-1 group-title="News",e
        http://h/e
        #EXTINF:-1 group-title="Sport",F
        http://h/f
        #EXTGRP:
        #EXTINF:-1,G
        http://h/g
        """);
  }

  @Test
  @DisplayName(
      "M3U-24: a rule that drops channels changes membership too, and a group that a rule sets is not replaced")
  void lastingGroupAndRules() throws Exception {
    String out = new TestRun(folder).list(STICKY)
        .rule("channel_name matches \"^[BCDeG]$\" REMOVE")
        .rule("channel_name equals \"F\" SET group_title = \"Football\"")
        .run().text();
    assertThat(out).isEqualTo("""
        #EXTM3U
        #EXTINF:-1 group-title="News",A
        http://h/a
        #EXTINF:-1 group-title="Football",F
        http://h/f
        """);
  }

  @Test
  @DisplayName("M3U-24: a rule that only drops channels changes membership")
  void lastingGroupAndDrops() throws Exception {
    assertThat(new TestRun(folder).list(STICKY).rule("channel_name matches \"^[ABCDeG]$\" REMOVE").run().text())
        .isEqualTo("#EXTM3U\n#EXTINF:-1 group-title=\"Sport\",F\nhttp://h/f\n");
  }

  @Test
  @DisplayName("M3U-24: a group that a rule takes away stays away, whatever lasted there")
  void lastingGroupTakenAway() throws Exception {
    String out = new TestRun(folder).list(STICKY).rule("group_title equals \"News\" SET group_title = \"\"").run()
        .text();
    assertThat(ListReading.of(folder, out).texts(KnownField.GROUP_TITLE))
        .containsExactly("", "Own", "", "Mine", "", "Sport", "");
    assertThat(out).startsWith("#EXTM3U\n#EXTINF:-1,A\nhttp://h/a\n");
  }

  @Test
  @DisplayName("M3U-24: a lasting group ends with its list when lists are merged")
  void lastingGroupEndsWithItsList() throws Exception {
    String out = new TestRun(folder)
        .list("#EXTM3U\n#EXTGRP:News\n#EXTINF:-1,A\nhttp://h/a")
        .list("#EXTM3U\n#EXTINF:-1,B\nhttp://h/b\n")
        .run().text();
    assertThat(out).isEqualTo("#EXTM3U\n#EXTINF:-1 group-title=\"News\",A\nhttp://h/a\n#EXTINF:-1,B\nhttp://h/b\n");
  }

  @Test
  @DisplayName("M3U-4 and M3U-24: a lasting group in Windows-1251 is read and written out as such")
  void lastingGroupInOldCodePage() throws Exception {
    Charset cyrillic = Charset.forName("windows-1251");
    byte[] bytes = "#EXTM3U\n#EXTGRP:Новости\n#EXTINF:-1,Первый\nhttp://h/a\n#EXTINF:-1,Второй\nhttp://h/b\n"
        .getBytes(cyrillic);
    assertThat(ListReading.of(folder, bytes).texts(KnownField.GROUP_TITLE)).containsExactly("Новости", "Новости");
    TestRun.Published out = new TestRun(folder).list(bytes).exclude("channel_name equals \"Первый\"").run();
    assertThat(new String(out.bytes(), cyrillic))
        .isEqualTo("#EXTM3U\n#EXTINF:-1 group-title=\"Новости\",Второй\nhttp://h/b\n");
  }

  @Test
  @DisplayName("M3U-25: A;B is in both groups, and is written back as it stood")
  void twoGroups() throws Exception {
    String text = """
        #EXTM3U
        #EXTINF:-1 group-title="News;Sport",A
        http://h/a
        #EXTINF:-1 group-title="Films",B
        http://h/b
        """;
    for (String group : new String[] {"News", "Sport", "News;Sport"}) {
      assertThat(new TestRun(folder).list(text).include("group_title equals \"" + group + "\"").run().text())
          .isEqualTo("#EXTM3U\n#EXTINF:-1 group-title=\"News;Sport\",A\nhttp://h/a\n");
    }
    assertThat(ListReading.of(folder, text).texts(KnownField.GROUP_TITLE)).containsExactly("News;Sport", "Films");
  }
}
