package org.digitpad.nn.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.digitpad.io.FileErrors;
import org.digitpad.io.faults.Durability;
import org.digitpad.io.faults.Durability.Session;
import org.junit.jupiter.api.Test;

/** What is left of a model file after crashes and failures. */
class ModelDurabilityTest {
  private static final Model MODEL = Models.numbered();

  /** A model that has been evaluated on as many strokes as the version says. */
  private static Model model(int version) {
    return new Model(
        MODEL.architecture(), MODEL.parameters(), MODEL.card().withStrokes(0.5, version));
  }

  /** Whoever writes and reads models. */
  private static class ModelSession implements Session {
    private final Path file;

    ModelSession(Path folder) {
      file = folder.resolve("model.safetensors");
    }

    @Override
    public void write(int version) throws IOException {
      ModelFile.write(model(version), file);
    }

    @Override
    public int read() {
      if (!Files.exists(file)) {
        return 0;
      }
      Model found = ModelFile.read(file);
      int version = found.card().strokes();
      assertThat(found).isEqualTo(model(version));
      return version;
    }
  }

  @Test
  void aCrashLeavesTheOldModelOrTheNewOne() {
    assertThat(Durability.afterCrashes(Durability.SEEDS, ModelSession::new)).isEmpty();
  }

  @Test
  void aFailureIsToldAndLeavesTheOldModel() {
    assertThat(Durability.afterRefusals(ModelSession::new, FileErrors::reason)).isEmpty();
  }

  @Test
  void aModelWrittenInPlaceIsFound() {
    Function<Path, Session> broken =
        folder ->
            new ModelSession(folder) {
              @Override
              public void write(int version) throws IOException {
                Files.createDirectories(folder);
                Files.write(folder.resolve("model.safetensors"), ModelFile.toBytes(model(version)));
              }
            };
    assertThat(Durability.afterCrashes(200, broken)).isNotEmpty();
    assertThat(Durability.afterRefusals(broken, FileErrors::reason)).isNotEmpty();
  }
}
