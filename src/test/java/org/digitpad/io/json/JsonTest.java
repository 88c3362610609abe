package org.digitpad.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  private enum Color {
    RED
  }

  private record Point(int x, double y) {}

  private record Named(String inJava) implements JsonFields {
    @Override
    public Map<String, Object> jsonFields() {
      return Map.of("in json", inJava);
    }
  }

  @Test
  void writesValues() {
    assertThat(Json.write(null)).isEqualTo("null");
    assertThat(Json.write("a\"\n\u00e9")).isEqualTo("\"a\\\"\\n\u00e9\"");
    assertThat(Json.write(Arrays.asList(1, 1L << 40, 0.1, 0.1f, true, null, Color.RED)))
        .isEqualTo("[1,1099511627776,0.1,0.1,true,null,\"RED\"]");
    assertThat(Json.write(new int[][] {{1, 2}, {}})).isEqualTo("[[1,2],[]]");
    assertThat(Json.write(Double.NEGATIVE_INFINITY)).isEqualTo("\"-Infinity\"");
    assertThat(Json.write(List.of(new Point(1, 2), new Named("x"))))
        .isEqualTo("[{\"x\":1,\"y\":2.0},{\"in json\":\"x\"}]");
    Object other = new Object();
    assertThatThrownBy(() -> Json.write(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesMapsAndListsWithinLists() {
    assertThat(Json.write(List.of(List.of(1), List.of(), 2))).isEqualTo("[[1],[],2]");
    assertThat(Json.write(Map.of("a", List.of(Map.of("b", 1), 2))))
        .isEqualTo("{\"a\":[{\"b\":1},2]}");
  }

  @Test
  void escapesMoreIfAsked() {
    assertThat(Json.write("a\u2028", JsonpCharacterEscapes.instance())).isEqualTo("\"a\\u2028\"");
  }

  @Test
  void readsValues() throws BadJsonException {
    assertThat(Json.parse(" null ")).isNull();
    assertThat(Json.parse("{\"b\":[1,-0,2.5,1e2,true],\"a\":{\"c\":\"\\u00e9\"}}").toString())
        .isEqualTo("{b=[1, 0, 2.5, 100.0, true], a={c=\u00e9}}");
    assertThat(Json.parse("[1,1099511627776,18446744073709551616]").toString())
        .isEqualTo("[1, 1099511627776, 18446744073709551616]");
  }

  @Test
  void tellsHowNumbersAreWritten() throws BadJsonException {
    List<String> numbers = new ArrayList<>();
    Json.parse("[-0,{\"a\":1e2},\"-1\"]", numbers::add);
    assertThat(numbers).containsExactly("-0", "1e2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1",
        "[1,]",
        "{\"a\":}",
        "1 2",
        "{} {}",
        "{\"a\":1,\"a\":2}",
        "NaN",
        "'a'",
        "01",
        "\"\\ud800\"",
        "{\"\\udc00\":1}",
        "// x\n1",
        "\"\t\""
      })
  void rejectsWhatIsNotOneValue(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(BadJsonException.class);
  }

  @Test
  void rejectsDeepValues() throws BadJsonException {
    assertThat(Json.parse("[".repeat(100) + "]".repeat(100))).isInstanceOf(List.class);
    assertThatThrownBy(() -> Json.parse("[".repeat(101) + "]".repeat(101)))
        .isInstanceOf(BadJsonException.class);
  }

  @Test
  void fieldsHaveExactlyTheirTypes() throws BadJsonException {
    JsonObject object =
        JsonObject.of(
            Json.parse(
                "{\"i\":7,\"l\":4294967296,\"d\":0.5,\"t\":\"x\",\"n\":null,\"o\":[{\"i\":1}],"
                    + "\"m\":{\"k\":\"v\"}}"));

    assertThat(object.integer("i")).isEqualTo(7);
    assertThat(object.longInteger("i")).isEqualTo(7);
    assertThat(object.longInteger("l")).isEqualTo(1L << 32);
    assertThat(object.number("i")).isEqualTo(7);
    assertThat(object.number("d")).isEqualTo(0.5);
    assertThat(object.text("t")).isEqualTo("x");
    assertThat(object.isText("t", "x")).isTrue();
    assertThat(object.isText("i", "7")).isFalse();
    assertThat(object.isNull("n")).isTrue();
    assertThat(object.isNull("missing")).isTrue();
    assertThat(object.isNull("i")).isFalse();
    assertThat(object.objects("o").get(0).integer("i")).isEqualTo(1);
    assertThat(object.object("m").text("k")).isEqualTo("v");
    assertThat(object.texts("m")).containsExactly(Map.entry("k", "v"));
    for (String name : List.of("l", "d", "t", "n", "o", "m", "missing")) {
      assertThatThrownBy(() -> object.integer(name)).isInstanceOf(BadJsonException.class);
    }
    for (String name : List.of("i", "d", "n", "missing")) {
      assertThatThrownBy(() -> object.text(name)).isInstanceOf(BadJsonException.class);
      assertThatThrownBy(() -> object.object(name)).isInstanceOf(BadJsonException.class);
      assertThatThrownBy(() -> object.objects(name)).isInstanceOf(BadJsonException.class);
      assertThatThrownBy(() -> object.texts(name)).isInstanceOf(BadJsonException.class);
    }
    assertThatThrownBy(() -> object.longInteger("d")).isInstanceOf(BadJsonException.class);
    assertThatThrownBy(() -> object.number("t")).isInstanceOf(BadJsonException.class);
    assertThatThrownBy(() -> JsonObject.of(List.of())).isInstanceOf(BadJsonException.class);
    object.requireOnly(Set.of("i", "l", "d", "t", "n", "o", "m", "z"));
    assertThatThrownBy(() -> object.requireOnly(Set.of("i"))).isInstanceOf(BadJsonException.class);
  }
}
