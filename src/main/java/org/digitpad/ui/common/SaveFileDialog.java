package org.digitpad.ui.common;

import java.io.File;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Asks the user where to save a file. */
public final class SaveFileDialog {
  private SaveFileDialog() {}

  /** Returns the chosen file, or null if the user cancels. */
  public static @Nullable File ask(Node owner, String title, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    return FileDialogs.of(owner).save(chooser, owner.getScene().getWindow());
  }
}
