package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.digitpad.explain.Attribution;
import org.digitpad.explain.Attribution.Method;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.jspecify.annotations.Nullable;

/** Which pixels speak for a digit and which against it, in two ways. */
final class MatteredView extends SectionView {
  private static final int DIGITS = 10;
  private static final double CAPTION = 24;

  private final HBox digits = new HBox();
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final Label legend = FormControls.wrappingLabel("inside-legend");
  private final PixelGrid occlusion =
      new PixelGrid("inside-occlusion", Messages.get("ui.inside.mattered.occlusion"));
  private final PixelGrid gradient =
      new PixelGrid("inside-gradient", Messages.get("ui.inside.mattered.gradient"));
  private final Label occlusionCaption = new Label(Messages.get("ui.inside.mattered.occlusion"));
  private final Label gradientCaption = new Label(Messages.get("ui.inside.mattered.gradient"));

  /**
   * @param motionReduced not asked, as nothing moves here
   */
  MatteredView(InsideViewModel model, ObservableBooleanValue motionReduced) {
    super("mattered", model);
    digits.getStyleClass().add("inside-digits");
    digits.setAccessibleRole(AccessibleRole.PARENT);
    for (int i = 0; i < DIGITS; i++) {
      digits.getChildren().add(button(i));
    }
    digits.addEventFilter(KeyEvent.KEY_PRESSED, this::digitKey);
    legend.getStyleClass().add("muted");
    LazyTooltips.install(occlusionCaption, Messages.get("ui.inside.mattered.occlusion.tooltip"));
    LazyTooltips.install(gradientCaption, Messages.get("ui.inside.mattered.gradient.tooltip"));
    getChildren().addAll(digits, occlusionCaption, occlusion, gradientCaption, gradient, legend);
  }

  /** A button that shows the maps of a digit, and pressed again those of the winner. */
  private ToggleButton button(int digit) {
    ToggleButton button = new ToggleButton(String.valueOf(digit));
    button.setId("inside-digit-" + digit);
    button.setAccessibleText(Messages.get("ui.inside.mattered.digit", digit));
    button.setOnAction(
        event -> {
          model.digitProperty().set(model.digitProperty().get() == digit ? -1 : digit);
          showChosen();
        });
    button.hoverProperty().addListener((property, before, now) -> point(digit, now));
    button.focusVisibleProperty().addListener((property, before, now) -> point(digit, now));
    button
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                point(digit, false);
              }
            });
    LazyTooltips.install(button, Messages.get("ui.inside.mattered.digit.tooltip"));
    buttons.add(button);
    return button;
  }

  /** A button without a group consumes the arrow keys. */
  private void digitKey(KeyEvent event) {
    int digit = model.pointedProperty().get();
    for (int i = 0; i < DIGITS; i++) {
      digit = buttons.get(i).isFocused() ? i : digit;
    }
    int next =
        switch (event.getCode()) {
          case LEFT -> Math.max(0, digit - 1);
          case RIGHT -> Math.min(DIGITS - 1, digit + 1);
          case HOME -> 0;
          case END -> DIGITS - 1;
          default -> -1;
        };
    if (next >= 0) {
      buttons.get(next).requestFocus();
      point(next, true);
      event.consume();
    }
  }

  private void point(int digit, boolean now) {
    if (now) {
      model.pointedProperty().set(digit);
    } else if (model.pointedProperty().get() == digit) {
      model.pointedProperty().set(-1);
    }
  }

  private void showChosen() {
    int shown = model.digitProperty().get();
    @Nullable Subject subject = model.snapshotProperty().get().subject();
    int chosen = shown >= 0 || subject == null ? shown : subject.label();
    for (int i = 0; i < DIGITS; i++) {
      buttons.get(i).setSelected(i == chosen);
    }
  }

  @Override
  boolean show(Snapshot snapshot) {
    Map<Method, Attribution> maps = snapshot.attributions();
    Subject subject = snapshot.subject();
    if (subject == null || maps.isEmpty()) {
      // while the section changes there is an explanation, and its maps are to come
      return snapshot.explanation() != null && isVisible();
    }
    showChosen();
    paint(occlusion, subject.image(), maps.get(Method.OCCLUSION));
    paint(gradient, subject.image(), maps.get(Method.GRADIENT_TIMES_INPUT));
    legend.setText(Messages.get("ui.inside.mattered.legend", snapshot.digit()));
    model.paperMarkProperty().set(null);
    return true;
  }

  private static void paint(PixelGrid grid, DigitImage image, @Nullable Attribution map) {
    if (map != null) {
      grid.show(DigitImage.SIDE, DigitImage.SIDE, HeatColors.over(image, map.pixels()));
    }
  }

  @Override
  List<List<String>> table() {
    Map<Method, Attribution> maps = model.snapshotProperty().get().attributions();
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            Messages.get("ui.inside.csv.row"),
            Messages.get("ui.inside.csv.column"),
            occlusionCaption.getText(),
            gradientCaption.getText()));
    Attribution one = maps.get(Method.OCCLUSION);
    Attribution other = maps.get(Method.GRADIENT_TIMES_INPUT);
    for (int i = 0; one != null && other != null && i < DigitImage.PIXELS; i++) {
      table.add(
          List.of(
              String.valueOf(i / DigitImage.SIDE + 1),
              String.valueOf(i % DigitImage.SIDE + 1),
              String.valueOf(one.pixels()[i]),
              String.valueOf(other.pixels()[i])));
    }
    return table;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double top = snapSizeY(digits.prefHeight(-1)) + 8;
    digits.resizeRelocate(0, 0, Math.min(width, digits.prefWidth(-1)), top - 8);
    double text = legend.prefHeight(width);
    double half = Math.floor((width - GAP) / 2);
    double height = getHeight() - top - CAPTION - text - 8;
    double side = PixelGrid.cell(Math.min(half, height), DigitImage.SIDE) * DigitImage.SIDE;
    double right = Math.min(half, Math.max(side, 168)) + GAP;
    occlusionCaption.resizeRelocate(0, top, right - GAP, CAPTION);
    gradientCaption.resizeRelocate(right, top, right - GAP, CAPTION);
    occlusion.resizeRelocate(0, top + CAPTION, side, side);
    gradient.resizeRelocate(right, top + CAPTION, side, side);
    legend.resizeRelocate(0, top + CAPTION + side + 8, width, text);
  }
}
