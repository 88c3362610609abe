package org.digitpad.ui.train.history;

import java.io.File;
import javafx.scene.Node;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.common.SaveFileDialog;

/** Asks for a file and saves a run's model there. */
public final class SaveModelDialog {
  private SaveModelDialog() {}

  public static void ask(Node owner, RunHistoryViewModel models, LibraryModel run) {
    File file =
        SaveFileDialog.ask(
            owner, Messages.get("ui.train.history.saveTitle"), ModelFile.name(run.title()));
    if (file != null) {
      models.saveAs(run, file.toPath());
    }
  }
}
