package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.digitpad.ui.chart.ModelColors;
import org.digitpad.ui.train.TrainDependencies;
import org.digitpad.ui.train.data.DatasetChoices;
import org.digitpad.ui.train.history.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TabWarmUpTest {
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
                }),
            new ModelColors(List.of()));
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(() -> TabWarmUp.loadClasses(dependencies));
    thread.setUncaughtExceptionHandler((failed, cause) -> failure.set(cause));
    thread.start();
    thread.join();
    WaitForAsyncUtils.asyncFx(
            () -> TabWarmUp.tabs(dependencies).forEach(tab -> new Scene((Parent) tab.get())))
        .get();
    assertThat(failure.get()).isNull();
  }
}
