package org.digitpad.ui;

import java.io.InputStream;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The application icon for title bars and task switchers. */
final class AppIcon {
  private static final int[] SIDES = {32, 64, 128};

  private AppIcon() {}

  static void addTo(Stage stage) {
    for (int side : SIDES) {
      InputStream picture = AppIcon.class.getResourceAsStream("icon-" + side + ".png");
      if (picture != null) {
        stage.getIcons().add(new Image(picture));
      }
    }
  }
}
