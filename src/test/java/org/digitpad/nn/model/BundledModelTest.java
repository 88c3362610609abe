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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that are bundled with DigitPad. */
final class BundledModelTest {
  static List<Architecture> networks() {
    return Architectures.all();
  }

  static List<Architecture> imageNetworks() {
    return Architectures.ofImages();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void hasTheArchitectureOfItsName(Architecture network) throws IOException {
    assertThat(model(network).architecture()).isEqualTo(network);
  }

  /** Parses the file without {@link Safetensors}, as another library would. */
  @ParameterizedTest
  @MethodSource("networks")
  void followsTheSafetensorsFormat(Architecture network) throws IOException {
    byte[] bytes = bytes(network);
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.toIntExact(file.getLong());
    assertThat(length % 8).isZero();
    assertThat(bytes[8]).isEqualTo((byte) '{');
    JsonNode header = new ObjectMapper().readTree(bytes, 8, length);
    int data = 8 + length;
    float[] parameters = model(network).parameters();

    int count = 0;
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
      assertThat(begin).isEqualTo(4 * count);
      assertThat(end - begin).isEqualTo(4 * size);
      for (int i = 0; i < size; i++) {
        assertThat(file.getFloat(data + begin + 4 * i)).isEqualTo(parameters[count + i]);
      }
      count += size;
    }
    assertThat(count).isEqualTo(network.parameterCount());
    assertThat(bytes).hasSize(data + 4 * count);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void hasACard(Architecture network) throws IOException {
    ModelCard card = model(network).card();

    assertThat(card.history()).hasSize(card.epochs());
    assertThat(card.history())
        .extracting(EpochMetrics::epoch)
        .containsExactly(IntStream.rangeClosed(1, card.epochs()).boxed().toArray(Integer[]::new));
    assertThat(card.trainedOn()).isEqualTo(60_000);
    assertThat(card.validatedOn()).isEqualTo(10_000);
    assertThat(card.valAccuracy()).isBetween(0.975, 1.0);
    assertThat(card.command())
        .startsWith("java -jar target/digitpad.jar train ")
        .contains("--model " + network.name(), "--seed " + card.seed());
    assertThat(card.dataSha256())
        .hasSize(network.readsMovement() ? 2 : 4)
        .allSatisfy((name, sum) -> assertThat(sum).hasSize(64));
  }

  /** Another processor may round differently, which two images are allowed for. */
  @ParameterizedTest
  @MethodSource("imageNetworks")
  @EnabledIfEnvironmentVariable(named = "DIGITPAD_MNIST_DIR", matches = ".+")
  void hasTheAccuracyOfItsCardOnMnist(Architecture network) throws IOException {
    LabeledImages images = new MnistFolder(Path.of(System.getenv("DIGITPAD_MNIST_DIR"))).test();
    Model model = model(network);

    Evaluation result = Evaluator.evaluate(model.architecture(), model.parameters(), images, 2);

    assertThat(result.samples()).isEqualTo(10_000);
    assertThat(result.accuracy()).isGreaterThanOrEqualTo(0.98);
    assertThat(result.accuracy()).isCloseTo(model.card().valAccuracy(), within(2.5 / 10_000));
    assertThat(result.ece()).isCloseTo(model.card().calibrationError(), within(1e-3));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void onlyReadersOfTheMovementKnowHowToCombine(Architecture network) throws IOException {
    Calibration combination = model(network).combination();

    if (network.readsMovement()) {
      // two networks say more than one, but not twice as much
      assertThat(combination).isNotNull();
      assertThat(combination.temperature()).isBetween(1.0, 3.0);
      assertThat(combination.minLogSumExp()).isFinite();
    } else {
      assertThat(combination).isNull();
    }
  }

  private static Model model(Architecture network) throws IOException {
    return ModelFile.parse(bytes(network), resource(network));
  }

  private static byte[] bytes(Architecture network) throws IOException {
    try (InputStream in = BundledModelTest.class.getResourceAsStream(resource(network))) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }

  private static String resource(Architecture network) {
    return "/org/digitpad/models/" + network.name() + ModelFile.EXTENSION;
  }
}
