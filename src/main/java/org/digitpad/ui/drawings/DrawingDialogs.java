package org.digitpad.ui.drawings;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.FileDialogs;

/** Asks for files of drawings. */
final class DrawingDialogs {
  private static final List<String> PICTURES =
      List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp");

  private DrawingDialogs() {}

  static void open(DrawingFilesViewModel files, Node owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.get("ui.drawings.open"));
    List<String> patterns = new ArrayList<>();
    patterns.addAll(DrawingFormat.STROKES.patterns());
    patterns.addAll(DrawingFormat.SVG.patterns());
    patterns.addAll(PICTURES);
    // cameras name files in capitals, and some systems' dialogs tell them from small letters
    PICTURES.forEach(pattern -> patterns.add(pattern.toUpperCase(Locale.ROOT)));
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(Messages.get("ui.drawings.openKinds"), patterns),
            new ExtensionFilter(Messages.get("ui.drawings.allFiles"), "*.*"));
    File file = FileDialogs.of(owner).open(chooser, owner.getScene().getWindow());
    if (file != null) {
      files.open(List.of(file.toPath()));
    }
  }

  static void save(DrawingFilesViewModel files, Node owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.get("ui.drawings.save"));
    chooser.setInitialFileName(Messages.get("ui.drawings.fileName"));
    for (DrawingFormat format : DrawingFormat.values()) {
      chooser
          .getExtensionFilters()
          .add(new ExtensionFilter(format.description(), format.patterns()));
    }
    File file = FileDialogs.of(owner).save(chooser, owner.getScene().getWindow());
    if (file != null) {
      int kind = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
      files.save(file.toPath(), DrawingFormat.values()[Math.max(0, kind)]);
    }
  }
}
