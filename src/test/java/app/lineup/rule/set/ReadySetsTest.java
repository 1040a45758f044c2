package app.lineup.rule.set;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.Origin;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the ready-made sets do, on names as they are found in real lists, and what they leave alone.
final class ReadySetsTest {

  @Test
  @DisplayName("each can be understood, is on, and has its words")
  void whole() {
    for (String id : ReadySets.ids()) {
      RuleSet set = ReadySets.of(id).set();
      assertThat(set.name()).isNotBlank();
      assertThat(set.description()).isNotBlank();
      assertThat(set.entries()).isNotEmpty().allSatisfy(entry -> {
        assertThat(entry.mistake()).as(entry.text()).isEmpty();
        assertThat(entry.on()).isTrue();
        assertThat(entry.note()).isNotBlank();
      });
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
    "BBC One (1080p) [Geo-blocked] → BBC One",
    "BBC UHD 3 (2160p) [Geo-blocked] [Not 24/7] → BBC UHD 3",
    "Carac 5 SD (720p) [Geo-Blocked] → Carac 5",
    "Россия 1 HD (Псков) (1080p) → Россия 1 (Псков)",
    "Волга (HD) → Волга",
    "UK: Sky Sports F1 FHD → Sky Sports F1",
    "|UK| ITV 1 HEVC → ITV 1",
    "[FR] TF1 4K UHD → TF1",
    "DE - RTL HD [50fps] → RTL",
    "US | CNN → CNN",
    "UK: 4K: Sky Cinema → Sky Cinema",
    "[HD] Discovery → Discovery",
    "EX-YU: Arena Sport 1 → Arena Sport 1",
    "DE: ARD ᴴᴰ ⁶⁰ᶠᵖˢ → ARD",
    "★ CNN ★ → CNN",
    "▎Eurosport 1 → Eurosport 1",
    "Eurosport | FHD → Eurosport",
    "Two  Words → Two Words",
    "RTL HD+ → RTL",
    "Tiny Pop +1 (576p) → Tiny Pop +1",
    "DR1 h265 → DR1"})
  void cleansNames(String before, String after) {
    assertThat(name(mapped("clean-names", named(before)))).isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "CSI: Miami", "DCC: Making the Team", "WFN: World Fishing Network", "ID: Investigation Discovery", "CBS Sports HQ",
    "WWE Raw", "VIP TV", "CCTV-4K", "纯享4K", "EBS+ 1", "CCTV+ 1", "1+1 Ukraina", "CT-N TV", "IT-3", "BL-TV", "ARD-alpha",
    "News 24/7", "4K", "HD", "HDTV", "Canal 11", "DaAi1 (大愛1)", "KTLA 5 (San Jose CA)", "In: The Know", "no: name",
    "m²",
    "##### SPORTS #####", "★★★ SPORTS ★★★", "UK:", "2M Monde +1", "AC/DC: Live", "UKTV Play", "Anixe +", "!!!", "US"})
  void leavesNames(String name) {
    assertThat(name(mapped("clean-names", named(name)))).isEqualTo(name);
  }

  @Test
  @DisplayName("what begins a film's title is no country")
  void films() {
    Channel film = named("IT: Chapter Two").with(KnownField.STREAM_URL, "http://h/movie/u/p/1.mkv");
    assertThat(name(mapped("clean-names", film))).isEqualTo("IT: Chapter Two");
    assertThat(group(mapped("country-groups", film))).isEqualTo("Own");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
    "BBC One (1080p) → BBC One FHD",
    "BBC One HD (1080p) [Geo-blocked] → BBC One FHD [Geo-blocked]",
    "Россия 1 HD (Псков) (1080p) → Россия 1 (Псков) FHD",
    "Carac 5 SD (720p) → Carac 5 HD",
    "Rai 5 (576i) [Not 24/7] → Rai 5 SD [Not 24/7]",
    "Lancelot TV (404p) → Lancelot TV SD",
    "Sky Full HD → Sky FHD",
    "Love Nature UHD → Love Nature 4K",
    "Insight [4K] → Insight 4K",
    "Festival 8K → Festival 8K",
    "arte hd → arte HD",
    "Волга (HD) → Волга HD"})
  void unifiesQuality(String before, String after) {
    Channel once = mapped("quality-tags", named(before));
    assertThat(name(once)).isEqualTo(after);
    assertThat(name(mapped("quality-tags", once))).as("a second time").isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BBC UHD 3", "CCTV-4K", "HD", "HDTV", "Canal 11", "DaAi1 (大愛1)", "纯享4K", "San Diego (CA)"})
  void leavesOtherNames(String name) {
    assertThat(name(mapped("quality-tags", named(name)))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
    "UK: Sky One → United Kingdom", "|FR| TF1 → France", "DE - RTL → Germany", "US| CNN → United States",
    "[IT] Rai 1 → Italy", "AR: MBC → Arabic", "EX-YU | Arena → Former Yugoslavia", "TR: TRT 1 → Turkey",
    "CSI: Miami → Own", "ID: Discovery → Own", "IT-3 → Own", "UKTV Play → Own", "uk: x → Own", "CH 5 → Own",
    "FR → Own"})
  void groupsByCountry(String name, String group) {
    assertThat(group(mapped("country-groups", named(name)))).isEqualTo(group);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
    "Film +1 → 1", "НТВ (+4) (576p) → 4", "Film4 +1 HD → 1", "Film +12h → 12",
    "Anixe + → ''", "EBS+ 1 → ''", "1+1 Ukraina → ''", "Canal+1 → ''", "Top +18 → ''", "Film +13 → ''",
    "Cinema+2go → ''"})
  void shifts(String name, String shift) {
    assertThat(mapped("timeshift", named(name)).text(KnownField.TVG_SHIFT)).isEqualTo(shift.replace("''", ""));
  }

  @Test
  @DisplayName("a channel with a shift or a guide of its own keeps it")
  void keepsShift() {
    assertThat(mapped("timeshift", named("Film +1").with(KnownField.TVG_SHIFT, "-2")).text(KnownField.TVG_SHIFT))
        .isEqualTo("-2");
    assertThat(mapped("timeshift", named("Film +1").with(KnownField.TVG_ID, "Film.uk@Plus1"))
        .text(KnownField.TVG_SHIFT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
    "##### SPORTS ##### → false", "-- News -- → false", "★★ UK ★★ → false", "----- → false", "=== → false",
    "★ CNN ★ → true", "CNN → true", "#1 Hits → true", "!!! Live → true", "Anixe + → true", "(( )) x → true",
    "*NSYNC* → true"})
  void leavesOutSeparators(String name, boolean stays) {
    assertThat(keeps("separators", named(name))).isEqualTo(stays);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
    "Adult → false", "XXX | Premium → false", "For Adults 18+ → false", "UK| ADULTS → false", "[18+] → false",
    "+18 → false",
    "Adultos → false", "Для взрослых → false", "Erotik → false", "SEX → false", "Porno → false",
    "Adult Swim → true", "Adult Animation → true", "Adult Contemporary → true", "Sex Education → true",
    "UTC +180 → true",
    "News → true", "Essex → true", "Young & Restless → true", "18 → true", "Channel 18 → true", "Adulthood → true"})
  void leavesOutAdultGroups(String group, boolean stays) {
    assertThat(keeps("hide-adult", named("One").with(KnownField.GROUP_TITLE, group))).isEqualTo(stays);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
    "XXX: One → false", "Brazzers TV → false", "Dorcel HD → false", "18+ One → false",
    "xXx Return → true", "Pluto TV Adult Animation → true", "Stingray Pop Adult → true", "The Hustler → true",
    "Playboy Mansion History → true", "18 News → true", "Sex and the City → true", "Middlesex TV → true"})
  void leavesOutAdultNames(String name, boolean stays) {
    assertThat(keeps("hide-adult", named(name))).isEqualTo(stays);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", " ", "(", "#", "|", "★", "ᴴ", "HD ", " (1080p)", "[", "+1 ", "- ", "UK: "})
  @DisplayName("a name of many thousand letters ends no run")
  void longNames(String part) {
    String name = part.repeat(8_000 / part.length());
    for (String id : ReadySets.ids()) {
      for (String odd : new String[] {name, "x" + name, name + "x", "x" + name + "x"}) {
        CompiledMapping.compile(ReadySets.of(id).set().rules()).blocks(true).apply(named(odd));
        CompiledFilters.compile(ReadySets.of(id).set().filters()).blocks(true)
            .keeps(named(odd).with(KnownField.GROUP_TITLE, odd));
      }
    }
  }

  private static Channel named(String name) {
    int[] places = new int[EntryLayout.OTHERS];
    Arrays.fill(places, -1);
    places[EntryLayout.FLAGS] = 0;
    return new Channel(new byte[0], places, new Origin("Home", "m3u", "http://example.net/***", "", Map.of()))
        .with(KnownField.CHANNEL_NAME, name).with(KnownField.GROUP_TITLE, "Own")
            .with(KnownField.STREAM_URL, "http://h/1.ts");
  }

  private static Channel mapped(String id, Channel channel) {
    return Objects.requireNonNull(CompiledMapping.compile(ReadySets.of(id).set().rules()).blocks(true).apply(channel));
  }

  private static boolean keeps(String id, Channel channel) {
    return CompiledFilters.compile(ReadySets.of(id).set().filters()).blocks(true).keeps(channel);
  }

  private static String name(Channel channel) {
    return channel.text(KnownField.CHANNEL_NAME);
  }

  private static String group(Channel channel) {
    return channel.text(KnownField.GROUP_TITLE);
  }
}
