package org.digitpad.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafetensorsTest {
  private static final String PREFIX = "nn.model.safetensors.";

  private static final String TWO_VALUES =
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

  @Test
  void writesTheBytesOfTheFormat() {
    byte[] bytes =
        new Safetensors(
                Map.of("k", "v"), Map.of("a", new Tensor(List.of(1, 2), new float[] {1, -2})))
            .toBytes();

    // sha256sum of 1 k 1 v, 1 a 2 1 2 and the values below, each number and length in four bytes
    String json =
        "{\"__metadata__\":{\"k\":\"v\",\"digitpad.sha256\":"
            + "\"a87494146981c97f375aaac12f4a9dc0638f4b18aafa09f3b5604add1fc73357\"},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
    assertThat(json).hasSize(166);
    assertThat(bytes).hasSize(8 + 168 + 8);
    assertThat(bytes).startsWith(168, 0, 0, 0, 0, 0, 0, 0);
    assertThat(new String(bytes, 8, 168, StandardCharsets.UTF_8)).isEqualTo(json + " ".repeat(2));
    assertThat(bytes).endsWith(0x00, 0x00, 0x80, 0x3f, 0x00, 0x00, 0x00, 0xc0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xx", "xxxx", "xxxxxxx", "é", "数字"})
  void valuesStartAtAMultipleOfEight(String text) {
    byte[] bytes =
        new Safetensors(Map.of("k", text), Map.of("a", new Tensor(List.of(1), new float[] {7})))
            .toBytes();

    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(length % 8).isZero();
    assertThat(bytes).hasSize(8 + (int) length + 4);
    assertThat(Safetensors.parse(bytes, "f").metadata()).containsExactly(Map.entry("k", text));
  }

  @Test
  void readsBackWhatItWrote() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("z", new Tensor(List.of(2, 3), new float[] {1, 2, 3, 4, 5, Float.MIN_VALUE}));
    tensors.put("a", new Tensor(List.of(1), new float[] {-0f}));
    Safetensors file = new Safetensors(Map.of("one", "1", "two", "\"\n€"), tensors);

    Safetensors read = Safetensors.parse(file.toBytes(), "f");

    assertThat(read.metadata()).isEqualTo(file.metadata());
    assertThat(read.tensors().keySet()).containsExactly("z", "a");
    assertThat(read.tensors().get("z").shape()).containsExactly(2, 3);
    assertThat(read.tensors().get("z").values()).containsExactly(1, 2, 3, 4, 5, Float.MIN_VALUE);
    assertThat(read.toBytes()).isEqualTo(file.toBytes());
  }

  @Test
  void readsTensorsInAnyOrderOfTheHeader() {
    String json =
        "{\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";

    Map<String, Tensor> tensors = Safetensors.parse(file(json, 1, 2), "f").tensors();

    assertThat(tensors.get("a").values()).containsExactly(1);
    assertThat(tensors.get("b").values()).containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void rejectsFilesShorterThanTheLength(int bytes) {
    assertThatThrownBy(() -> Safetensors.parse(new byte[bytes], "some/file"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.plural(PREFIX + "tooShort", bytes, "some/file"));
  }

  @Test
  void aLengthAloneIsNoHeader() {
    assertThatThrownBy(() -> Safetensors.parse(new byte[8], "some/file"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get(PREFIX + "headerLength", "some/file"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 63, Long.MAX_VALUE, -1, Long.MIN_VALUE, 1L << 32, (1L << 32) + 62})
  void rejectsALengthThatDoesNotFit(long length) {
    byte[] bytes = file(TWO_VALUES, 1, 2);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);

    assertThatThrownBy(() -> Safetensors.parse(bytes, "f"))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("f ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "hello | headerNotObject",
        "{hello | headerNotJson",
        "{\"a\" | headerNotJson",
        "{} {} | headerNotJson",
        "{}x | headerNotJson",
        "{\"a\":1,\"a\":2} | headerNotJson",
        "{'a':1} | headerNotJson",
        "[] | headerNotObject",
        "12 | headerNotObject",
        "null | headerNotObject",
        "\"\" | headerNotObject",
        "{\"__metadata__\":[]} | metadataNotObject",
        "{\"__metadata__\":{\"a\":1}} | metadataNotString",
        "{\"__metadata__\":{\"a\":null}} | metadataNotString",
        "{\"a\":7} | type",
        "{\"\\ud800\":7} | headerNotJson",
        "{\"__metadata__\":{\"a\":\"\\udc00\"}} | headerNotJson",
        "{\"__metadata__\":{\"a\":-0}} | headerNegative",
      })
  void rejectsAMalformedHeader(String json, String key) {
    assertRejected(file(json), key, "a");
  }

  @Test
  void rejectsABlankHeader() {
    assertRejected(file("        "), "headerNotObject");
  }

  /** Jackson takes leading zero bytes for UTF-32, whose errors it reports differently. */
  @Test
  void rejectsAHeaderThatIsNoText() {
    byte[] header = {0, 0, 0, '{', (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
    byte[] bytes =
        ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(8).put(header).array();

    assertRejected(bytes, "headerNotObject");
  }

  @Test
  void rejectsAnEndlesslyNestedHeader() {
    assertRejected(file("{\"a\":" + "[".repeat(100_000)), "headerNotJson");
    assertRejected(file("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"), "headerNotJson");
  }

  @Test
  void rejectsAHeaderOfMoreThanAMegabyte() {
    String json = "{\"__metadata__\":{\"a\":\"%s\"}}";
    String longest = json.formatted("x".repeat((1 << 20) - json.length() + 2));
    assertThat(Safetensors.parse(file(longest), "f").metadata()).hasSize(1);
    assertRejected(file(longest + " "), "headerTooLong", (1 << 20) + 1, 1 << 20);
  }

  @Test
  void onlyUtf8IsAHeader() {
    String json = "{\"__metadata__\":{\"a\":\"??\"}}";
    for (Charset charset :
        List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("UTF-32"))) {
      assertThatThrownBy(() -> Safetensors.parse(file(json.getBytes(charset)), "f"))
          .isInstanceOf(BadInputException.class);
    }
    assertRejected(file("\ufeff" + json), "headerNotObject");
    for (int[] pair : new int[][] {{0xc0, 0xaf}, {0xed, 0xa0}, {0xff, 'x'}, {'x', 0xe9}}) {
      byte[] header = json.getBytes(StandardCharsets.UTF_8);
      header[json.indexOf('?')] = (byte) pair[0];
      header[json.indexOf('?') + 1] = (byte) pair[1];
      assertRejected(file(header), "headerNotJson");
    }
  }

  @Test
  void everyFlippedBitIsNoticed() {
    Safetensors written =
        new Safetensors(Map.of("k", "v"), Map.of("a", new Tensor(List.of(2), new float[] {1, -2})));
    byte[] bytes = written.toBytes();
    int checksumKey = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("digitpad.sha256");
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      boolean inKey = bit / 8 >= checksumKey && bit / 8 < checksumKey + 15;
      try {
        Safetensors read = Safetensors.parse(flipped, "f");
        // then the key alone has changed, or a space at the end of the header
        assertThat(read.metadata()).containsEntry("k", "v");
        assertThat(read.metadata().size()).isEqualTo(inKey ? 2 : 1);
        assertThat(read.tensors().get("a").values()).containsExactly(1, -2);
      } catch (BadInputException e) {
        assertThat(e).hasMessageStartingWith("f ");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        // dtype | shape | data_offsets | key
        "\"F16\" | [2] | [0,8] | type",
        "null | [2] | [0,8] | type",
        "\"F32\" | 2 | [0,8] | noShape",
        "\"F32\" | {\"x\":2} | [0,8] | noShape",
        "\"F32\" | [-2] | [0,8] | headerNegative",
        "\"F32\" | [0] | [0,0] | impossibleShape",
        "\"F32\" | [2.5] | [0,8] | impossibleShape",
        "\"F32\" | [\"2\"] | [0,8] | impossibleShape",
        "\"F32\" | [4294967298] | [0,8] | impossibleShape",
        "\"F32\" | [2147483647,2147483647,2147483647] | [0,8] | offsets",
        "\"F32\" | [65536,65536] | [0,0] | offsets",
        "\"F32\" | [2] | [0,4] | offsets",
        "\"F32\" | [2] | [0,12] | offsets",
        "\"F32\" | [2] | [4,12] | offsets",
        "\"F32\" | [2] | [-8,0] | headerNegative",
        "\"F32\" | [2] | [8,0] | offsets",
        "\"F32\" | [2] | [0,8,16] | offsets",
        "\"F32\" | [2] | [0] | offsets",
        "\"F32\" | [2] | 8 | offsets",
        "\"F32\" | [2] | [0.0,8.0] | offsets",
        "\"F32\" | [2] | [0,18446744073709551624] | offsets",
        "\"F32\" | [3] | [0,12] | offsets",
        "\"F32\" | [2] | [-0,8] | headerNegative",
      })
  void rejectsATensorThatDoesNotFit(String dtype, String shape, String offsets, String key) {
    String json =
        "{\"a\":{\"dtype\":%s,\"shape\":%s,\"data_offsets\":%s}}".formatted(dtype, shape, offsets);

    assertRejected(file(json, 1, 2), key, "a");
  }

  @Test
  void rejectsTensorsThatOverlapOrLeaveAGap() {
    String two =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%s]}}";

    assertThat(Safetensors.parse(file(two.formatted("8,12"), 1, 2, 3), "f").tensors()).hasSize(2);
    assertRejected(file(two.formatted("4,8"), 1, 2, 3), "offsets", "b");
    assertRejected(file(two.formatted("0,4"), 1, 2, 3), "offsets", "b");
    assertRejected(file(two.formatted("12,16"), 1, 2, 3, 4), "offsets", "b");
  }

  @Test
  void rejectsBytesOutsideTensors() {
    assertRejected(file(TWO_VALUES, 1, 2, 3), "size", 8, 12);
    assertRejected(file("{}", 1), "size", 0, 4);
  }

  @Test
  void rejectsRandomBytes() {
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[8 + random.nextInt(300)];
      random.nextBytes(bytes);
      if (seed % 2 == 0) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(bytes.length / 2);
      }
      assertThatThrownBy(() -> Safetensors.parse(bytes, "f")).isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void everyChangedByteOfAHeaderGivesAFileOrOneSentence() {
    byte[] good = file(TWO_VALUES, 1, 2);
    for (int at = 0; at < good.length - 8; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] bytes = good.clone();
        bytes[at] = (byte) value;
        try {
          assertThat(Safetensors.parse(bytes, "f").tensors()).hasSizeLessThan(2);
        } catch (BadInputException e) {
          assertThat(e).hasMessageStartingWith("f ");
        }
      }
    }
  }

  /** Expects the message of this key, whose first argument is the file. */
  private static void assertRejected(byte[] bytes, String key, Object... others) {
    Object[] arguments = Stream.concat(Stream.of("some/file"), Stream.of(others)).toArray();
    assertThatThrownBy(() -> Safetensors.parse(bytes, "some/file"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get(PREFIX + key, arguments));
  }

  /** A file with this header, without padding, and these values. */
  private static byte[] file(String json, float... values) {
    return file(json.getBytes(StandardCharsets.UTF_8), values);
  }

  private static byte[] file(byte[] header, float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + header.length + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length).put(header);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }
}
