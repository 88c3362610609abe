package org.digitpad.nn.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.data.synth.PenDataset;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.TestArchitectures;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.Shape;
import org.digitpad.nn.kernel.BatchClassifier;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported models in ONNX Runtime. */
final class OnnxFileTest {
  private static final int IMAGES = 1_000;
  private static final double TOLERANCE = 1e-5;

  @TempDir private Path folder;

  static List<Architecture> networks() {
    return TestArchitectures.all();
  }

  static List<Architecture> bundled() {
    return Architectures.all();
  }

  static List<Architecture> bundledReadersOfImages() {
    return Architectures.ofImages();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void anyParametersGiveTheSameProbabilities(Architecture architecture) throws Exception {
    float[] parameters = RandomNumbers.parameters(architecture, 61);

    assertSameProbabilities(
        new Model(architecture, parameters, Models.card()), BuiltinDigits.images(IMAGES, 7), 0.01);
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void bundledModelsGiveTheSameProbabilities(Architecture architecture) throws Exception {
    LabeledImages digits =
        architecture.readsMovement()
            ? new PenDataset(0, IMAGES).test()
            : BuiltinDigits.images(IMAGES, 7);

    assertSameProbabilities(load(architecture), digits, 0.9);
  }

  @ParameterizedTest
  @MethodSource("bundledReadersOfImages")
  @EnabledIfEnvironmentVariable(named = "DIGITPAD_MNIST_DIR", matches = ".+")
  void bundledModelsGiveTheSameProbabilitiesOnMnist(Architecture architecture) throws Exception {
    LabeledImages images = new MnistFolder(Path.of(System.getenv("DIGITPAD_MNIST_DIR"))).test();

    assertSameProbabilities(load(architecture), images.slice(0, IMAGES), 0.9);
  }

  @Test
  void declaresInputAndOutput() throws Exception {
    try (OrtSession session = session(Models.numbered())) {
      NodeInfo input = session.getInputInfo().get("images");
      assertThat(session.getInputInfo()).hasSize(1);
      assertThat(((TensorInfo) input.getInfo()).getShape()).containsExactly(-1, 28, 28);
      NodeInfo output = session.getOutputInfo().get("probabilities");
      assertThat(session.getOutputInfo()).hasSize(1);
      assertThat(((TensorInfo) output.getInfo()).getShape()).containsExactly(-1, 10);
    }
  }

  @Test
  void hasMetadata() throws Exception {
    try (OrtSession session = session(Models.numbered())) {
      OnnxModelMetadata metadata = session.getMetadata();
      assertThat(metadata.getProducerName()).isEqualTo("DigitPad");
      assertThat(metadata.getGraphName()).isEqualTo("conv-gru");
      assertThat(metadata.getCustomMetadata())
          .containsEntry("architecture", "conv-gru")
          .containsEntry("parameters", "28506")
          .containsEntry("recipe", "reference")
          .containsEntry("seed", "-7")
          .containsEntry("epochs", "2")
          .containsEntry("valAccuracy", "0.96875")
          .containsEntry("command", "digitpad train \"é\"")
          .containsKey("version");
    }
  }

  @Test
  void replacesFilesAtomically() throws IOException {
    Path file = Files.writeString(folder.resolve("model.onnx"), "old");
    OnnxFile.write(Models.numbered(), file);
    assertThat(file).hasBinaryContent(OnnxFile.toBytes(Models.numbered()));

    Path taken = Files.createDirectory(folder.resolve("folder.onnx"));
    assertThatThrownBy(() -> OnnxFile.write(Models.numbered(), taken))
        .isInstanceOf(IOException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, taken);
    }
  }

  /** Compares DigitPad and ONNX Runtime on all images at once, on seven of them and on one. */
  private static void assertSameProbabilities(
      Model model, LabeledImages images, double minConfidence) throws OrtException {
    float[] pixels = new float[images.size() * DigitImage.PIXELS];
    for (int i = 0; i < images.size(); i++) {
      images.copyImage(i, pixels, i * DigitImage.PIXELS);
    }
    float[] expected = classify(model, pixels, images.size());
    try (OrtSession session = session(model)) {
      assertThat(maxError(expected, runOnnx(session, model, pixels, images.size())))
          .isLessThan(TOLERANCE);
      assertThat(maxError(Arrays.copyOf(expected, 70), runOnnx(session, model, pixels, 7)))
          .isLessThan(TOLERANCE);
      assertThat(maxError(Arrays.copyOf(expected, 10), runOnnx(session, model, pixels, 1)))
          .isLessThan(TOLERANCE);
    }
    // networks with constant outputs would agree too
    Set<Integer> distinct = new HashSet<>();
    float max = 0;
    for (int i = 0; i < expected.length; i++) {
      max = Math.max(max, expected[i]);
      distinct.add(Math.round(expected[i] * 1_000));
    }
    assertThat(distinct).hasSizeGreaterThan(20);
    assertThat((double) max).isGreaterThan(minConfidence);
  }

  private static float[] classify(Model model, float[] pixels, int count) {
    try (BatchClassifier classifier =
        new BatchClassifier(model.architecture(), model.parameters(), count)) {
      System.arraycopy(pixels, 0, classifier.images(), 0, pixels.length);
      return classifier.classify(count);
    }
  }

  private static float[] runOnnx(OrtSession session, Model model, float[] pixels, int count)
      throws OrtException {
    FloatBuffer buffer = FloatBuffer.wrap(pixels, 0, count * DigitImage.PIXELS);
    Shape input = model.architecture().input();
    long[] shape = {count, input.steps(), input.features()};
    try (OnnxTensor images =
            OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), buffer, shape);
        OrtSession.Result result = session.run(Map.of("images", images))) {
      // the tensor is closed with the result; its buffer is a copy
      OnnxTensor probabilities = (OnnxTensor) result.get("probabilities").orElseThrow();
      return probabilities.getFloatBuffer().array();
    }
  }

  private static double maxError(float[] expected, float[] actual) {
    return RandomNumbers.maxError(RandomNumbers.toDoubles(expected), actual);
  }

  private static OrtSession session(Model model) throws OrtException {
    return OrtEnvironment.getEnvironment().createSession(OnnxFile.toBytes(model));
  }

  private static Model load(Architecture architecture) throws IOException {
    String resource = "/org/digitpad/models/" + architecture.name() + ModelFile.EXTENSION;
    try (InputStream in = OnnxFileTest.class.getResourceAsStream(resource)) {
      assertThat(in).isNotNull();
      return ModelFile.parse(in.readAllBytes(), resource);
    }
  }
}
