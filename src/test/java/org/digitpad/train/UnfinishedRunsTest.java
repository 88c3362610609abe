package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in a folder, with checkpoints that no training had to write. */
final class UnfinishedRunsTest {
  @TempDir private Path folder;

  @Test
  void areSortedByNameAndFoundByEitherCheckpoint() throws IOException {
    write(files("c").previousCheckpoint(), Recipe.BEST);
    write(files("a").checkpoint(), Recipe.REFERENCE.withBatchSize(1));
    write(files("b").checkpoint(), Recipe.BEST);
    write(files("b").previousCheckpoint(), Recipe.BEST);

    UnfinishedRuns found = UnfinishedRuns.in(folder, 3);

    assertThat(found.unusable()).isEmpty();
    assertThat(found.resumable())
        .extracting(UnfinishedRun::files)
        .containsExactly(files("a"), files("b"), files("c"));
    assertThat(found.resumable()).noneMatch(UnfinishedRun::lastDamaged);
    assertThat(found.resumable()).allMatch(UnfinishedRun::exists);
    assertThat(found.resumable().get(0).settings())
        .isEqualTo(
            new TrainingSettings(Architectures.MLP, Recipe.REFERENCE.withBatchSize(1), 3, 7, 3));
  }

  @Test
  void tellWhetherTheLastCheckpointIsDamaged() throws IOException {
    write(files("a").previousCheckpoint(), Recipe.BEST);
    Files.writeString(files("a").checkpoint(), "nothing");

    assertThat(UnfinishedRuns.in(folder, 1).resumable())
        .singleElement()
        .returns(true, UnfinishedRun::lastDamaged);
  }

  @Test
  void aDamagedCheckpointIsGoneOnceItIsSetAside() throws IOException {
    Files.writeString(files("a").checkpoint(), "nothing");

    UnfinishedRuns found = UnfinishedRuns.in(folder, 1);

    assertThat(found.resumable()).isEmpty();
    assertThat(found.unusable())
        .containsExactly(
            new UnusableCheckpoint(
                files("a"),
                Messages.get("train.checkpoint.unusable", files("a").checkpoint()),
                true));
    found.unusable().get(0).setAside();
    assertThat(UnfinishedRuns.in(folder, 1).unusable()).isEmpty();
    assertThat(files("a").hasCheckpoint()).isFalse();
    assertThat(folder).isDirectoryContaining("glob:**.checkpoint.damaged-*");
  }

  /** Of another version, which has a recipe of that name with other values. */
  @Test
  void aRunWithAnUnknownRecipeIsOfAnotherVersion() throws IOException {
    write(
        files("a").checkpoint(),
        new Recipe(
            "best", 64, Recipe.BEST.optimizer(), Recipe.REFERENCE.augmentation(), 0, 0, 0, 1));
    write(
        files("b").checkpoint(),
        new Recipe("new", 64, Recipe.BEST.optimizer(), Recipe.BEST.augmentation(), 0, 0, 0, 1));

    UnfinishedRuns found = UnfinishedRuns.in(folder, 1);

    assertThat(found.resumable()).isEmpty();
    assertThat(found.unusable()).containsExactly(newer("a"), newer("b"));
  }

  private UnusableCheckpoint newer(String name) {
    RunFiles files = files(name);
    return new UnusableCheckpoint(
        files, Messages.get("train.checkpoint.newer", files.checkpoint()), false);
  }

  @Test
  void areNotThoseThatAreTrainedNow() throws IOException {
    write(files("a").checkpoint(), Recipe.BEST);
    UnfinishedRun run = UnfinishedRuns.in(folder, 1).resumable().get(0);
    try (RunLock lock = RunLock.acquire(files("a"), RunLock.Holder.WINDOW)) {
      assertThat(UnfinishedRuns.in(folder, 1).resumable()).isEmpty();
      assertThatThrownBy(run::discard).isInstanceOf(BadInputException.class);
      assertThat(lock.files().hasCheckpoint()).isTrue();
    }
    run.discard();
    assertThat(run.exists()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  /** Whoever resumed them could train to files that another program is writing. */
  @Test
  void areNotThoseWhoseLockCannotBeRead() throws IOException {
    write(files("a").checkpoint(), Recipe.BEST);
    Files.createDirectory(files("a").lock());

    assertThat(UnfinishedRuns.in(folder, 1).resumable()).isEmpty();
  }

  @Test
  void areNoOtherFilesOrFolders() throws IOException {
    Files.createDirectory(files("a").checkpoint());
    write(folder.resolve("b.safetensors.checkpoint.txt"), Recipe.BEST);
    write(folder.resolve("c.safetensors.checkpoint.previous.old"), Recipe.BEST);

    assertThat(UnfinishedRuns.in(folder, 1)).isEqualTo(new UnfinishedRuns(List.of(), List.of()));
    assertThat(UnfinishedRuns.in(folder.resolve("b.safetensors.checkpoint.txt"), 1).unusable())
        .isEmpty();
  }

  @Test
  void theFilesOfARunAreBesideItsModel() {
    RunFiles files = files("a");
    assertThat(files.besidesOutput())
        .extracting(file -> folder.relativize(file).toString())
        .containsExactly(
            "a.safetensors.checkpoint", "a.safetensors.checkpoint.previous", ".a.safetensors.lock");
    assertThat(RunFiles.ofCheckpoint(files.checkpoint())).isEqualTo(files);
    assertThat(RunFiles.ofCheckpoint(files.previousCheckpoint())).isEqualTo(files);
    for (Path file : files.besidesOutput()) {
      assertThat(RunFiles.writing(file)).containsExactly(new RunFiles(file), files);
    }
    assertThat(RunFiles.writing(files.output())).containsExactly(files);
  }

  private RunFiles files(String name) {
    return new RunFiles(folder.resolve(name + ".safetensors"));
  }

  private static void write(Path file, Recipe recipe) throws IOException {
    Architecture network = Architectures.MLP;
    TrainingSettings settings = new TrainingSettings(network, recipe, 3, 7, 1);
    Checkpoint checkpoint =
        new Checkpoint(
            Checkpoint.Run.of(settings, TrainingFixture.DATA),
            8,
            List.of(new EpochMetrics(1, 1, 0.5, 0.5, 0.5, 0.5)),
            new float[network.parameterCount()],
            new float[2 * network.parameterCount()],
            null);
    Files.write(file, checkpoint.toBytes());
  }
}
