package org.digitpad.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.digitpad.ui.train.data.DatasetChoices;
import org.digitpad.ui.train.history.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class TrainTabPreloadTest {
  @Test
  void touchesNeitherFilesNorTheWindow() throws Exception {
    TrainDependencies dependencies =
        new TrainDependencies(
            List.of(DatasetChoices.builtin()),
            folder -> DatasetChoices.builtin(),
            file -> DatasetChoices.builtin(),
            (training, listener, control, resume) -> {
              throw new AssertionError("trains");
            },
            new RunFolder(
                () -> {
                  throw new AssertionError("looks for models");
                }));
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(() -> TrainTabPreload.run(dependencies));
    thread.setUncaughtExceptionHandler((failed, cause) -> failure.set(cause));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }
}
