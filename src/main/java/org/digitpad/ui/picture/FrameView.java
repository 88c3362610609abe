package org.digitpad.ui.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.digitpad.i18n.Messages;

/** A frame on the picture: its outline, its digit above it, and grips while it is selected. */
final class FrameView extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /** Side of a grip, in pixels of the screen. */
  private static final double GRIP = 10;

  private final Label digit = new Label();
  private final List<Region> grips = new ArrayList<>();

  FrameView() {
    getStyleClass().add("picture-frame");
    setFocusTraversable(true);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(Messages.get("ui.picture.frame.help"));
    digit.getStyleClass().add("picture-frame-digit");
    getChildren().add(digit);
    for (Grip grip : Grip.values()) {
      if (grip != Grip.INSIDE) {
        Region square = new Region();
        square.getStyleClass().add("picture-grip");
        grips.add(square);
        getChildren().add(square);
      }
    }
  }

  void show(PictureFrame frame, int number, int count, boolean selected) {
    digit.setText(frame.label());
    setAccessibleText(
        Messages.get(
            frame.hasDigit() ? "ui.picture.frame" : "ui.picture.frame.noDigit",
            number,
            count,
            frame.label()));
    pseudoClassStateChanged(SELECTED, selected);
    grips.forEach(grip -> grip.setVisible(selected));
    // the selected frame is in front
    setViewOrder(selected ? -1 : 0);
  }

  @Override
  protected void layoutChildren() {
    double width = digit.prefWidth(-1);
    double height = digit.prefHeight(-1);
    // above the frame, or below it where the picture ends
    double top = getLayoutY() >= height + GRIP ? -height - GRIP / 2 : getHeight() + GRIP / 2;
    digit.resizeRelocate(0, top, width, height);
    for (int i = 0; i < grips.size(); i++) {
      Grip grip = Grip.values()[i];
      grips
          .get(i)
          .resizeRelocate(
              Math.round(grip.x() * getWidth() - GRIP / 2),
              Math.round(grip.y() * getHeight() - GRIP / 2),
              GRIP,
              GRIP);
    }
  }
}
