package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.digitpad.train.TrainingFixture.DATA;
import static org.digitpad.train.TrainingFixture.RECIPE;
import static org.digitpad.train.TrainingFixture.settings;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.faults.Disk;
import org.digitpad.io.faults.DiskFileSystem;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.dl4j.Optimizer.OneCycleAdamW;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Safetensors;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckpointTest {
  private static final String STATE = "digitpad.checkpoint";

  /** The JSON of an existing checkpoint; later versions must read and write the same. */
  private static final String JSON =
      """
      {"run":{"architecture":"mlp","recipe":"best",\
      "details":"Recipe[name=best, batch=500, \
      optimizer=OneCycleAdamW[peak=0.004, decay=0.05, longest=1.0], \
      augmentation=Augmentation[rotation=10.0, scale=0.1, shear=0.15, translation=1.0, \
      elastic=0.6, thickness=0.12], builtinShare=0.3333333333333333, nonDigitShare=0.1]",\
      "batch":500,"rate":0.004,"epochs":2,"seed":1,"dataSha256":{"builtin-v2-test":"296e",\
      "builtin-v2-train":"617e"}},"iteration":172,"history":[{"epoch":1,"seconds":5.886310865,\
      "loss":1.03898429167447,"accuracy":0.720825,"valLoss":0.23534289197811273,\
      "valAccuracy":0.9251}]}""";

  /** The recipe of that checkpoint. */
  private static final Recipe OLD_RECIPE =
      new Recipe(
          "best",
          500,
          new OneCycleAdamW(0.004, 0.05, 1),
          new Augmentation(10, 0.1, 0.15, 1, 0.6, 0.12, 0),
          1.0 / 3,
          1.0 / 10,
          0,
          1);

  /** Result of three epochs. */
  private static TrainingRun.Result uninterrupted;

  /** Checkpoints of the same run after one epoch and after two. */
  private static byte[] afterOne;

  private static byte[] afterTwo;

  /** Checkpoint of a run of one epoch. */
  private static byte[] ofOne;

  private TrainingFixture fixture;

  @BeforeAll
  static void train(@TempDir Path folder) throws IOException {
    TrainingFixture shared = new TrainingFixture(folder);
    shared.run(settings(1, 1, 1)).train(false);
    ofOne = Files.readAllBytes(shared.checkpoint());
    uninterrupted = shared.train(settings(3, 1, 1));
    TrainingControl control = new TrainingControl();
    RecordingListener listener =
        new RecordingListener(2 * TrainingFixture.STEPS + 1, control::stop);
    assertThatThrownBy(() -> shared.run(settings(3, 1, 1), DATA, listener, control).train(false))
        .isInstanceOf(CancellationException.class);
    afterOne = Files.readAllBytes(shared.files.previousCheckpoint());
    afterTwo = Files.readAllBytes(shared.checkpoint());
  }

  @BeforeEach
  void setUp(@TempDir Path folder) {
    fixture = new TrainingFixture(folder);
  }

  /** As if the run of three epochs had been stopped in the last one. */
  private void stopInTheLastEpoch() throws IOException {
    Files.write(fixture.files.previousCheckpoint(), afterOne);
    Files.write(fixture.checkpoint(), afterTwo);
  }

  @Test
  void readsAndWritesTheSameJsonAsEver() throws Exception {
    Path file = fixture.checkpoint();
    int parameters = Architectures.MLP.parameterCount();
    Files.write(
        file,
        checkpoint(
            JSON, Map.of("parameters", values(parameters), "optimizer", values(2 * parameters))));

    Checkpoint checkpoint = Checkpoint.read(file);
    Files.write(file, checkpoint.toBytes());

    TrainingSettings settings = new TrainingSettings(Architectures.MLP, OLD_RECIPE, 2, 1, 2);
    TrainingData data =
        new TrainingData(
            DATA.training(),
            DATA.validation(),
            Map.of("builtin-v2-test", "296e", "builtin-v2-train", "617e"));
    assertThat(checkpoint.run()).isEqualTo(Checkpoint.Run.of(settings, data));
    assertThat(checkpoint.iteration()).isEqualTo(172);
    assertThat(checkpoint.history())
        .containsExactly(
            new EpochMetrics(
                1, 5.886310865, 1.03898429167447, 0.720825, 0.23534289197811273, 0.9251));
    assertThat(Safetensors.parse(Files.readAllBytes(file), "file").metadata())
        .containsEntry(STATE, JSON);
  }

  @Test
  void describesTheReferenceRecipeAsEver() {
    assertThat(Checkpoint.details(Recipe.REFERENCE))
        .isEqualTo(
            "Recipe[name=reference, batch=128, optimizer=FixedRateAdam[rate=0.001],"
                + " augmentation=Augmentation[rotation=0.0, scale=0.0, shear=0.0, translation=0.0,"
                + " elastic=0.0, thickness=0.0], builtinShare=0.0, nonDigitShare=0.0]");
  }

  @Test
  void refusesTheCheckpointOfOtherSettings() throws IOException {
    fixture.run(settings(2, 1, 1)).train(false);

    assertRefused(fixture.run(settings(3, 1, 1)));
    assertRefused(fixture.run(settings(2, 2, 1)));
    assertRefused(fixture.run(settings(RECIPE.withBatchSize(51), 2, 1, 1)));
    assertRefused(
        fixture.run(settings(RECIPE.withLearningRate(2 * RECIPE.learningRate()), 2, 1, 1)));
    assertRefused(fixture.run(settings(Recipe.REFERENCE.withBatchSize(50), 2, 1, 1)));
    TrainingData otherData =
        new TrainingData(DATA.training(), DATA.validation(), Map.of("a.gz", "aa", "b.gz", "bc"));
    assertRefused(fixture.run(settings(2, 1, 1), otherData, new RecordingListener()));
  }

  private void assertRefused(TrainingRun run) throws IOException {
    byte[] before = Files.readAllBytes(fixture.checkpoint());
    assertThatThrownBy(() -> run.train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            Messages.get(
                "train.checkpoint.otherRun",
                fixture.checkpoint(),
                Messages.plural("train.checkpoint.run", 2, "conv-gru", "best", 50, "0.005", "1")));
    assertThat(fixture.checkpoint()).hasBinaryContent(before);
  }

  /** What damage, a faulty disk or a person can make of a checkpoint. */
  @Test
  void refusesADamagedCheckpointIfThereIsNoneBefore() throws IOException {
    byte[] good = ofOne;

    for (int length : new int[] {0, 7, 100, good.length / 2, good.length - 1}) {
      assertDamaged(Arrays.copyOf(good, length));
    }
    byte[] random = new byte[good.length];
    new Random(1).nextBytes(random);
    assertDamaged(random);
    assertDamaged(changed(good, "parameters", tensor -> values(28_505)));
    assertDamaged(changed(good, "parameters", tensor -> null));
    assertDamaged(changed(good, "optimizer", tensor -> null));
    assertDamaged(changed(good, "optimizer", tensor -> values(28_506)));
    for (float value : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      assertDamaged(changed(good, "optimizer", tensor -> withFirst(value, tensor)));
      assertDamaged(changed(good, "parameters", tensor -> withFirst(value, tensor)));
    }
    for (float value : new float[] {-1e-9f, Float.POSITIVE_INFINITY}) {
      assertDamaged(changed(good, "optimizer", tensor -> withLast(value, tensor)));
    }
    for (String state : List.of("", "null", "{}", "[]", "{\"run\":null,\"history\":[]}")) {
      assertDamaged(checkpoint(state, Safetensors.parse(good, "good").tensors()));
    }
  }

  /** The state of a run of one epoch with a wrong value, in files with and without a checksum. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"iteration\":8       | \"iteration\":-5",
        "\"iteration\":8       | \"iteration\":0",
        "\"iteration\":8       | \"iteration\":9",
        "\"iteration\":8       | \"iteration\":8.5",
        "\"iteration\":8       | \"iteration\":\"8\"",
        "\"iteration\":8       | \"iteration\":4294967304",
        "\"iteration\":8,      | ''",
        "\"iteration\":8       | \"iteration\":7,\"iteration\":8",
        "\"history\":\\[.*\\]  | \"history\":[]",
        "\"history\":\\[(.*)\\] | \"history\":[$1,$1]",
        "\"epoch\":1           | \"epoch\":2",
        "\"seconds\":[^,]*     | \"seconds\":-1",
        "\"loss\":[^,]*        | \"loss\":\"NaN\"",
        "\"valLoss\":[^,]*     | \"valLoss\":1e999",
        "\"accuracy\":[^,]*    | \"accuracy\":17.5",
        "\"valAccuracy\":[^}]* | \"valAccuracy\":-0.1",
        "\"epochs\":1          | \"epochs\":0",
        "\"seed\":1            | \"seed\":1,\"other\":1",
        "\"iteration\":8       | \"iteration\":8,\"other\":1",
        "\"epoch\":1           | \"epoch\":1,\"other\":1",
        "}$                    | }x",
      })
  void refusesStatesThatNoRunCanHave(String pattern, String replacement) throws IOException {
    Safetensors good = Safetensors.parse(ofOne, "good");
    String state = good.metadata().get(STATE);

    String wrong = state.replaceAll(pattern, replacement);

    assertThat(wrong).isNotEqualTo(state);
    assertDamaged(withoutChecksum(checkpoint(wrong, good.tensors())));
    Map<String, String> metadata = new LinkedHashMap<>(good.metadata());
    metadata.put(STATE, wrong);
    assertDamaged(new Safetensors(metadata, good.tensors()).toBytes());
  }

  @Test
  void refusesAFileThatIsFarTooLarge() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(fixture.checkpoint().toFile(), "rw")) {
      sparse.setLength(600L << 20);
    }

    assertThatThrownBy(() -> fixture.run(settings(1, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("train.checkpoint.damaged", fixture.checkpoint()));
  }

  @Test
  void tellsInAdvanceThatTheDiskIsFull() throws IOException {
    Disk disk = new Disk();
    try (DiskFileSystem system = new DiskFileSystem(disk)) {
      RunFiles files = new RunFiles(system.getPath("/m.safetensors"));
      CheckpointFile checkpoints = new CheckpointFile(files);
      checkpoints.requireSpace(settings(3, 1, 1));
      disk.fill();
      assertThatThrownBy(() -> checkpoints.requireSpace(settings(3, 1, 1)))
          .isInstanceOf(NotSavedException.class)
          .hasMessageContaining(files.checkpoint().toString())
          .hasMessageContaining(Messages.get("io.reason.noSpace"));
      assertThat(system.getPath("/")).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 2, 1", "3, 3, 0", "10, 3, 0"})
  void asksForTheRoomThatARunTakes(int epochs, int checkpoints, int models) {
    int model = Float.BYTES * Architectures.CONV_GRU.parameterCount();
    long atMost = (long) checkpoints * afterTwo.length + (long) models * model;

    assertThat(CheckpointFile.space(settings(epochs, 1, 1), 0))
        .isBetween(atMost, atMost + atMost / 5);
  }

  @Test
  void asksForNoRoomThatCheckpointsTakeAlready() {
    int model = Float.BYTES * Architectures.CONV_GRU.parameterCount();
    TrainingSettings settings = settings(10, 1, 1);

    assertThat(CheckpointFile.space(settings, 2L * afterTwo.length))
        .isEqualTo(CheckpointFile.space(settings, 0) - 2L * afterTwo.length);
    // the model is written beside them in any case
    assertThat(CheckpointFile.space(settings, 600L << 20)).isBetween((long) model, 2L * model);
  }

  @Test
  void refusesAFolderOrALinkForACheckpoint(@TempDir Path folder) throws IOException {
    Files.createDirectories(fixture.checkpoint());
    assertThatThrownBy(() -> fixture.run(settings(2, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.folder", fixture.checkpoint()));

    Files.delete(fixture.checkpoint());
    Path target = Files.writeString(folder.resolve("target"), "of somebody");
    Files.createSymbolicLink(fixture.checkpoint(), target);
    assertThatThrownBy(() -> fixture.run(settings(2, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("train.checkpoint.link", fixture.checkpoint()));
    assertThat(target).hasContent("of somebody");
  }

  @Test
  void resumesTheCheckpointsOfVersionsWithoutAChecksum() throws IOException {
    stopInTheLastEpoch();
    Safetensors content = Safetensors.parse(afterTwo, "good");
    byte[] old = checkpoint(content.metadata().get(STATE), content.tensors());
    Files.write(fixture.checkpoint(), withoutChecksum(old));
    RecordingListener listener = new RecordingListener();

    assertThat(fixture.run(settings(3, 1, 1), listener).train(true).parameters())
        .isEqualTo(uninterrupted.parameters());
    // from this one, not from the one before
    assertThat(listener.notices).isEmpty();
    assertThat(listener.epochs).hasSize(1);
  }

  @Test
  void resumesTheCheckpointsOfVersionsWithoutKernels() throws Exception {
    stopInTheLastEpoch();
    Files.write(fixture.checkpoint(), withKernels(null));
    RecordingListener listener = new RecordingListener();

    assertThat(fixture.run(settings(3, 1, 1), listener).train(true).parameters())
        .isEqualTo(uninterrupted.parameters());
    assertThat(listener.notices).isEmpty();
  }

  @Test
  void saysThatOtherKernelsBeganTheRun() throws Exception {
    stopInTheLastEpoch();
    Files.write(fixture.checkpoint(), withKernels("Abacus"));
    RecordingListener listener = new RecordingListener();

    fixture.run(settings(3, 1, 1), listener).train(true);

    assertThat(listener.notices)
        .containsExactly(Messages.get("train.checkpoint.otherKernels", "Abacus", Blas.kernels()));
  }

  private static byte[] withKernels(@Nullable String kernels) throws Exception {
    Path file = Files.createTempFile("checkpoint", null);
    Files.write(file, afterTwo);
    Checkpoint good = Checkpoint.read(file);
    Files.delete(file);
    assertThat(good.kernels()).isEqualTo(Blas.kernels());
    return new Checkpoint(
            good.run(),
            good.iteration(),
            good.history(),
            good.parameters(),
            good.optimizer(),
            kernels)
        .toBytes();
  }

  @Test
  void aVersionTwoWithoutItsChecksumIsDamaged() throws IOException {
    assertDamaged(withoutChecksum(afterTwo));
  }

  @Test
  void refusesTheCheckpointOfANewerVersion() throws IOException {
    stopInTheLastEpoch();
    Safetensors content = Safetensors.parse(afterTwo, "good");
    Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
    metadata.put("digitpad.checkpoint.version", "4");
    metadata.put(STATE, "in a form that nobody knows yet");
    byte[] newer = new Safetensors(metadata, content.tensors()).toBytes();
    Files.write(fixture.checkpoint(), newer);

    assertThatThrownBy(() -> fixture.run(settings(3, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("train.checkpoint.newer", fixture.checkpoint()));
    assertThat(fixture.checkpoint()).hasBinaryContent(newer);
  }

  @Test
  void setsADamagedCheckpointAsideAndGoesOnFromTheOneBefore() throws IOException {
    stopInTheLastEpoch();
    byte[] damaged = afterTwo.clone();
    damaged[damaged.length - 7] ^= 4;
    Files.write(fixture.checkpoint(), damaged);
    RecordingListener listener = new RecordingListener();

    TrainingRun.Result resumed = fixture.run(settings(3, 1, 1), listener).train(true);

    assertThat(resumed.parameters()).isEqualTo(uninterrupted.parameters());
    assertThat(listener.epochs).extracting(EpochMetrics::epoch).containsExactly(2, 3);
    Path aside = setAside().get(0);
    assertThat(aside).hasBinaryContent(damaged);
    assertThat(listener.notices)
        .containsExactly(
            Messages.get(
                "train.checkpoint.setAside", fixture.checkpoint(), aside.getFileName(), 1));
  }

  /** Header, metadata, parameters and optimizer, wherever the bit is. */
  @Test
  void findsEveryFlippedBit() throws IOException {
    stopInTheLastEpoch();
    CheckpointFile file = new CheckpointFile(fixture.files);
    byte[] good = afterTwo;
    Checkpoint intact = file.find(saved -> true).checkpoint();
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      // half of them in the header
      int position = random.nextInt(i % 2 == 0 ? 2_000 : good.length);
      byte[] flipped = good.clone();
      flipped[position] ^= (byte) (1 << random.nextInt(8));
      Files.write(fixture.checkpoint(), flipped);

      CheckpointFile.Found found = file.find(saved -> saved.fits(TrainingFixture.STEPS));

      assertThat(found.checkpoint()).as("bit in byte " + position).isNotNull();
      assertThat(found.checkpoint().history())
          .as("bit in byte " + position)
          .hasSize(found.damaged().isEmpty() ? 2 : 1);
      if (found.damaged().isEmpty()) {
        // white space of the header
        assertThat(found.checkpoint())
            .as("bit in byte " + position)
            .usingRecursiveComparison()
            .isEqualTo(intact);
      }
    }
  }

  @Test
  void goesOnFromTheOneBeforeIfTheLastIsGone() throws IOException {
    stopInTheLastEpoch();
    Files.delete(fixture.checkpoint());

    assertThat(fixture.files.hasCheckpoint()).isTrue();
    assertThat(fixture.run(settings(3, 1, 1)).train(true).parameters())
        .isEqualTo(uninterrupted.parameters());
  }

  @Test
  void startsOverWithoutLosingADamagedCheckpointOrMixingRuns() throws IOException {
    stopInTheLastEpoch();
    Files.write(fixture.checkpoint(), new byte[] {1, 2, 3});
    RecordingListener listener = new RecordingListener();

    fixture.run(settings(1, 2, 1), listener).train(false);

    Path aside = setAside().get(0);
    assertThat(aside).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(listener.notices)
        .containsExactly(
            Messages.get("train.checkpoint.renamed", fixture.checkpoint(), aside.getFileName()));
    assertThat(fixture.files.previousCheckpoint()).doesNotExist();
  }

  private List<Path> setAside() throws IOException {
    try (Stream<Path> files = Files.list(fixture.checkpoint().getParent())) {
      return files
          .filter(file -> file.getFileName().toString().contains(".checkpoint.damaged-"))
          .toList();
    }
  }

  private void assertDamaged(byte[] bytes) throws IOException {
    Files.write(fixture.checkpoint(), bytes);
    assertThatThrownBy(() -> fixture.run(settings(1, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("train.checkpoint.damaged", fixture.checkpoint()));
    assertThat(fixture.checkpoint()).hasBinaryContent(bytes);
    assertThat(setAside()).isEmpty();
  }

  private static byte[] checkpoint(String state, Map<String, Tensor> tensors) {
    return new Safetensors(Map.of(STATE, state), tensors).toBytes();
  }

  private static byte[] changed(byte[] good, String name, UnaryOperator<Tensor> change) {
    Safetensors file = Safetensors.parse(good, "good");
    Map<String, Tensor> tensors = new LinkedHashMap<>(file.tensors());
    tensors.computeIfPresent(name, (key, tensor) -> change.apply(tensor));
    return new Safetensors(file.metadata(), tensors).toBytes();
  }

  /** The file as versions without a checksum wrote it. */
  private static byte[] withoutChecksum(byte[] file) {
    ByteBuffer content = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) content.getLong()];
    content.get(header);
    String json =
        new String(header, StandardCharsets.UTF_8)
            .replaceFirst(",\"digitpad.sha256\":\"[0-9a-f]{64}\"", "");
    assertThat(json).hasSizeLessThan(header.length);
    byte[] shorter = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + shorter.length + content.remaining())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(shorter.length)
        .put(shorter)
        .put(content)
        .array();
  }

  private static Tensor withFirst(float value, Tensor tensor) {
    tensor.values()[0] = value;
    return tensor;
  }

  private static Tensor withLast(float value, Tensor tensor) {
    tensor.values()[tensor.values().length - 1] = value;
    return tensor;
  }

  private static Tensor values(int count) {
    return new Tensor(List.of(count), new float[count]);
  }
}
