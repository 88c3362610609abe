package org.digitpad.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.MnistFolder;
import org.digitpad.train.Evaluation;
import org.digitpad.train.Evaluator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The model that comes with DigitPad. */
final class BundledModelTest {
  private static final String RESOURCE = "/org/digitpad/models/conv-gru.safetensors";

  @Test
  void isTheNetworkOfTheLayerTable() throws IOException {
    Model model = model();

    assertThat(model.architecture().name()).isEqualTo("conv-gru");
    assertThat(model.parameters()).hasSize(28_506);
    assertThat(model.architecture().classes()).isEqualTo(10);
    assertThat(model.architecture().placed())
        .extracting(layer -> layer.parameters() + " " + layer.output())
        .containsExactly("2720 26×32", "3104 24×32", "0 12×32", "18624 12×64", "3888 16", "170 10");
  }

  /** What any safetensors library would find, read without ours. */
  @Test
  void isAFileForOtherProgramsToo() throws IOException {
    byte[] bytes = bytes();
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.toIntExact(file.getLong());
    assertThat(length % 8).isZero();
    assertThat(bytes[8]).isEqualTo((byte) '{');
    JsonNode header = new ObjectMapper().readTree(bytes, 8, length);
    int data = 8 + length;
    float[] parameters = model().parameters();

    int numbers = 0;
    for (Map.Entry<String, JsonNode> tensor : header.properties()) {
      if (tensor.getKey().equals("__metadata__")) {
        assertThat(tensor.getValue()).allMatch(JsonNode::isTextual);
        continue;
      }
      assertThat(tensor.getValue().get("dtype").textValue()).isEqualTo("F32");
      int size = 1;
      for (JsonNode axis : tensor.getValue().get("shape")) {
        size *= axis.intValue();
      }
      int begin = tensor.getValue().get("data_offsets").get(0).intValue();
      int end = tensor.getValue().get("data_offsets").get(1).intValue();
      assertThat(begin).isEqualTo(4 * numbers);
      assertThat(end - begin).isEqualTo(4 * size);
      for (int i = 0; i < size; i++) {
        assertThat(file.getFloat(data + begin + 4 * i)).isEqualTo(parameters[numbers + i]);
      }
      numbers += size;
    }
    assertThat(numbers).isEqualTo(28_506);
    assertThat(bytes).hasSize(data + 4 * numbers);
  }

  @Test
  void saysWhereItComesFrom() throws IOException {
    ModelCard card = model().card();

    assertThat(card.history()).hasSize(card.epochs());
    assertThat(card.history())
        .extracting(EpochMetrics::epoch)
        .containsExactly(IntStream.rangeClosed(1, card.epochs()).boxed().toArray(Integer[]::new));
    assertThat(card.trainedOn()).isEqualTo(60_000);
    assertThat(card.validatedOn()).isEqualTo(10_000);
    assertThat(card.valAccuracy()).isBetween(0.98, 1.0);
    assertThat(card.command())
        .startsWith("java -jar target/digitpad.jar train ")
        .contains("--seed " + card.seed());
    assertThat(card.dataSha256()).hasSize(4).allSatisfy((name, sum) -> assertThat(sum).hasSize(64));
  }

  /** Another processor may round differently: two images are allowed for that. */
  @Test
  @EnabledIfEnvironmentVariable(named = "DIGITPAD_MNIST_DIR", matches = ".+")
  void readsTheTestImagesOfMnistAsItsCardSays() throws IOException {
    LabeledImages images = new MnistFolder(Path.of(System.getenv("DIGITPAD_MNIST_DIR"))).test();
    Model model = model();

    Evaluation result = Evaluator.evaluate(model.architecture(), model.parameters(), images, 2);

    assertThat(result.samples()).isEqualTo(10_000);
    assertThat(result.accuracy()).isGreaterThanOrEqualTo(0.98);
    assertThat(result.accuracy()).isCloseTo(model.card().valAccuracy(), within(2.5 / 10_000));
    assertThat(result.ece()).isCloseTo(model.card().calibrationError(), within(1e-3));
  }

  private static Model model() throws IOException {
    return ModelFile.parse(bytes(), RESOURCE);
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = BundledModelTest.class.getResourceAsStream(RESOURCE)) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }
}
