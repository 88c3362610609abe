package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.explain.Explanation;
import org.digitpad.explain.StateMap;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.nn.kernel.LayerTrace.Part;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.jspecify.annotations.Nullable;

/** The hidden states of a recurrent layer as a heat map of units × steps, and one of its units. */
final class StatesView extends UnitsView {
  private static final String STATES = "STATES";
  private static final double ACTIVITY_HEIGHT = 24;
  private static final double EFFECT_HEIGHT = 48;
  private static final double CAPTION = 20;
  private static final double MAX_DETAILS = 320;

  /** A smaller image is left out. */
  private static final int MIN_CELL = 3;

  private final Label layerLabel = new Label(Messages.get("ui.inside.layer"));
  private final ComboBox<String> layers =
      FormControls.comboBox("inside-layer", layerLabel, name -> name);
  private final Label partLabel = new Label(Messages.get("ui.inside.states.part"));
  private final ComboBox<String> parts =
      FormControls.comboBox(
          "inside-part", partLabel, part -> Messages.get("ui.inside.states.part." + part));
  private final HBox choices = new HBox(8, layerLabel, layers, partLabel, parts);
  private final PixelGrid heat = new PixelGrid("inside-heat", Messages.get("ui.inside.states.map"));
  private final Label title = new Label();
  private final Label effect = FormControls.wrappingLabel("inside-effect");
  private final PixelGrid activity =
      new PixelGrid("inside-activity", Messages.get("ui.inside.states.activity"));
  private final SwitchOffPane off;
  private final VBox details;
  private final Label imageCaption = new Label(Messages.get("ui.inside.states.image"));
  private final PixelGrid image =
      new PixelGrid("inside-unit-image", Messages.get("ui.inside.states.image"));

  /** Number of the chosen row of the heat map. */
  private int chosen;

  private boolean updating;

  /**
   * @param motionReduced not asked, as nothing moves here
   */
  StatesView(InsideViewModel model, ObservableBooleanValue motionReduced) {
    super("states", model);
    off = new SwitchOffPane("inside-states", model);
    title.setId("inside-unit");
    title.getStyleClass().add("group-title");
    effect.getStyleClass().add("muted");
    // two lines, so that nothing below moves when it is known
    effect.setMinHeight(EFFECT_HEIGHT);
    effect.setAlignment(Pos.TOP_LEFT);
    choices.setAlignment(Pos.CENTER_LEFT);
    for (Region fixed : List.of(layerLabel, partLabel)) {
      fixed.setMinWidth(USE_PREF_SIZE);
    }
    HBox.setHgrow(layers, Priority.ALWAYS);
    HBox.setHgrow(parts, Priority.ALWAYS);
    heat.setFocusTraversable(true);
    LazyTooltips.install(heat, Messages.get("ui.inside.states.map.tooltip"));
    heat.setOnMousePressed(event -> heat.requestFocus());
    heat.setOnMouseClicked(event -> choose(heat.rowAt(event.getY())));
    heat.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    activity.setMinHeight(ACTIVITY_HEIGHT);
    activity.setPrefHeight(ACTIVITY_HEIGHT);
    details = new VBox(8, title, effect, activity, off);
    imageCaption.getStyleClass().add("inside-note");
    getChildren().addAll(choices, heat, details, imageCaption, image);
    for (ComboBox<String> box : List.of(layers, parts)) {
      box.valueProperty()
          .addListener(
              (property, before, now) -> {
                if (!updating) {
                  show(model.snapshotProperty().get());
                }
              });
    }
    model
        .profilesProperty()
        .addListener((property, before, now) -> show(model.snapshotProperty().get()));
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> choose(Math.max(0, chosen - 1));
      case DOWN -> choose(Math.min(heat.rows() - 1, chosen + 1));
      case HOME -> choose(0);
      case END -> choose(heat.rows() - 1);
      case ENTER, SPACE -> off.switchUnit();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int row) {
    chosen = row;
    show(model.snapshotProperty().get());
  }

  @Override
  boolean show(Snapshot snapshot) {
    Explanation explanation = snapshot.explanation();
    if (explanation == null || explanation.states().isEmpty()) {
      return false;
    }
    if (model.sectionProperty().get() != Section.UNITS) {
      return true; // what is learned of the units comes later
    }
    StateMap map = chooseMap(explanation);
    float[][] rows = rows(map);
    boolean signed = isSigned();
    int[] order = order(map.layer(), map.units().length);
    int steps = rows[0].length;
    int[] colors = new int[rows.length * steps];
    // an LSTM's cell states may be larger than 1
    float largest = 1;
    for (float[] row : rows) {
      largest = Math.max(largest, HeatColors.largest(row));
    }
    for (int row = 0; row < rows.length; row++) {
      for (int step = 0; step < steps; step++) {
        float value = rows[order[row]][step] / largest;
        colors[row * steps + step] = signed ? HeatColors.signed(value) : HeatColors.gray(value);
      }
    }
    chosen = Math.min(chosen, rows.length - 1);
    heat.show(rows.length, steps, colors);
    heat.mark(chosen, 0, 1, steps);
    int unit = order[chosen];
    LayerTrace layer = explanation.trace().layer(map.layer());
    off.choose(layer, unit);
    int[] active = new int[steps];
    for (int step = 0; step < steps; step++) {
      float value = rows[unit][step] / largest;
      active[step] = signed ? HeatColors.signed(value) : HeatColors.gray(value);
    }
    activity.show(1, steps, active);
    colorInk(snapshot.subject(), map.byRow(rows[unit], DigitImage.SIDE), largest);
    title.setText(Messages.get("ui.inside.states.unit", unit + 1, rows.length));
    effect.setText(usualEffect(map.layer(), unit, "ui.inside.states.effect"));
    heat.setAccessibleText(
        Messages.get("ui.inside.states.map.accessible", title.getText(), effect.getText()));
    return true;
  }

  /** On the paper, and in the image, which there is also of a picture. */
  private void colorInk(@Nullable Subject subject, float[] byRow, float largest) {
    for (int row = 0; row < byRow.length; row++) {
      byRow[row] /= largest;
    }
    model.paperMarkProperty().set(new PaperMark.Ink(byRow));
    if (subject != null) {
      image.show(DigitImage.SIDE, DigitImage.SIDE, HeatColors.image(subject.image(), byRow));
    }
  }

  private StateMap chooseMap(Explanation explanation) {
    updating = true;
    List<String> names = explanation.states().stream().map(StateMap::layer).toList();
    StateMap map = explanation.states().get(names.indexOf(offer(layers, names)));
    List<String> shown = new ArrayList<>(List.of(STATES));
    new TreeSet<>(map.parts().keySet()).forEach(part -> shown.add(part.name()));
    offer(parts, shown);
    updating = false;
    return map;
  }

  private float[][] rows(StateMap map) {
    String part = parts.getValue();
    return part.equals(STATES) ? map.units() : map.parts().get(Part.valueOf(part));
  }

  private boolean isSigned() {
    return List.of(STATES, Part.CANDIDATE.name(), Part.CELL.name()).contains(parts.getValue());
  }

  @Override
  List<List<String>> table() {
    List<List<String>> table = new ArrayList<>();
    Explanation explanation = model.snapshotProperty().get().explanation();
    if (explanation == null || explanation.states().isEmpty()) {
      return table;
    }
    StateMap map = chooseMap(explanation);
    float[][] rows = rows(map);
    List<String> header = new ArrayList<>(List.of(Messages.get("ui.inside.csv.unit")));
    for (int step = 0; step < rows[0].length; step++) {
      header.add(String.valueOf(step + 1));
    }
    table.add(header);
    for (int unit : order(map.layer(), map.units().length)) {
      List<String> row = new ArrayList<>(List.of(String.valueOf(unit + 1)));
      for (float value : rows[unit]) {
        row.add(String.valueOf(value));
      }
      table.add(row);
    }
    return table;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double top = snapSizeY(choices.prefHeight(-1)) + 8;
    double height = Math.max(0, getHeight() - top);
    choices.resizeRelocate(0, 0, Math.min(width, 440), top - 8);
    double mapWidth = Math.min(Math.floor(width / 2), 480);
    double heatWidth =
        heat.columns() == 0 ? mapWidth : PixelGrid.cell(mapWidth, heat.columns()) * heat.columns();
    heat.resizeRelocate(
        0,
        top,
        heatWidth,
        heat.rows() == 0
            ? height
            : PixelGrid.cell(Math.min(height, 1024), heat.rows()) * heat.rows());
    double left = heatWidth + GAP;
    double detailsWidth = Math.min(MAX_DETAILS, width - left);
    double detailsHeight = snapSizeY(details.prefHeight(detailsWidth));
    details.resizeRelocate(left, top, detailsWidth, detailsHeight);
    double imageTop = top + detailsHeight + 8;
    double room = Math.min(detailsWidth, getHeight() - imageTop - CAPTION);
    boolean shown = room >= MIN_CELL * DigitImage.SIDE;
    imageCaption.setVisible(shown);
    image.setVisible(shown);
    imageCaption.resizeRelocate(left, imageTop, detailsWidth, CAPTION);
    double side = PixelGrid.cell(room, DigitImage.SIDE) * DigitImage.SIDE;
    image.resizeRelocate(left, imageTop + CAPTION, side, side);
  }
}
