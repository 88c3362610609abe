package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.explain.DenseUnits;
import org.digitpad.explain.Explanation;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;

/**
 * The units of a dense layer as a grid, and one of them: what it does to the digits, and its
 * weights, as a picture where it reads the pixels.
 */
final class DenseView extends UnitsView {
  private static final int COLUMNS = 16;
  private static final double MAX_DETAILS = 320;
  private static final double MAX_CELL = 24;
  private static final double MAX_WEIGHTS = 336;
  private static final double CAPTION = 20;
  private static final double EFFECT_HEIGHT = 48;

  /** A smaller picture of the weights is left out. */
  private static final int MIN_CELL = 3;

  private final Label layerLabel = new Label(Messages.get("ui.inside.layer"));
  private final ComboBox<String> layers =
      FormControls.comboBox("inside-dense-layer", layerLabel, name -> name);
  private final HBox choices = new HBox(8, layerLabel, layers);
  private final PixelGrid heat = new PixelGrid("inside-dense", Messages.get("ui.inside.dense.map"));
  private final Label title = new Label();
  private final Label effect = FormControls.wrappingLabel("inside-dense-effect");
  private final SwitchOffPane off;
  private final VBox details;
  private final Label caption = new Label();
  private final PixelGrid weights =
      new PixelGrid("inside-weights", Messages.get("ui.inside.dense.weights.pixels"));

  /** Numbers of the units in the order of the grid. */
  private int[] order = {};

  private int unit;

  /** Whether the unit that does most is to be chosen, as nobody has chosen one. */
  private boolean strongest = true;

  private boolean updating;

  /**
   * @param motionReduced not asked, as nothing moves here
   */
  DenseView(InsideViewModel model, ObservableBooleanValue motionReduced) {
    super("dense", model);
    off = new SwitchOffPane("inside-dense", model);
    choices.setAlignment(Pos.CENTER_LEFT);
    layerLabel.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(layers, Priority.ALWAYS);
    title.setId("inside-dense-unit");
    title.getStyleClass().add("group-title");
    effect.getStyleClass().add("inside-note");
    // three lines, so that nothing below moves when it is known
    effect.setMinHeight(EFFECT_HEIGHT);
    effect.setAlignment(Pos.TOP_LEFT);
    caption.getStyleClass().add("inside-note");
    heat.setFocusTraversable(true);
    LazyTooltips.install(heat, Messages.get("ui.inside.dense.map.tooltip"));
    heat.setOnMousePressed(event -> heat.requestFocus());
    heat.setOnMouseClicked(
        event -> choose(heat.rowAt(event.getY()) * COLUMNS + heat.columnAt(event.getX())));
    heat.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    details = new VBox(8, title, effect, off);
    getChildren().addAll(choices, heat, details, caption, weights);
    layers
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!updating) {
                strongest = true;
                show(model.snapshotProperty().get());
              }
            });
    model
        .profilesProperty()
        .addListener((property, before, now) -> show(model.snapshotProperty().get()));
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> choose(place() - COLUMNS);
      case DOWN -> choose(place() + COLUMNS);
      case LEFT -> choose(place() - 1);
      case RIGHT -> choose(place() + 1);
      case HOME -> choose(0);
      case END -> choose(order.length - 1);
      case ENTER, SPACE -> off.switchUnit();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Place of the unit in the grid. */
  private int place() {
    int place = order.length - 1;
    while (place > 0 && order[place] != unit) {
      place--;
    }
    return place;
  }

  /** Chooses the unit at a place, if there is one. */
  private void choose(int place) {
    if (place >= 0 && place < order.length) {
      unit = order[place];
      show(model.snapshotProperty().get());
    }
  }

  @Override
  boolean show(Snapshot snapshot) {
    Explanation explanation = snapshot.explanation();
    if (explanation == null || explanation.dense().isEmpty()) {
      return false;
    }
    if (model.sectionProperty().get() != Section.UNITS) {
      return true; // what is learned of the units comes later
    }
    DenseUnits layer = chosenLayer(explanation);
    order = order(layer.layer(), layer.values().length);
    if (strongest) {
      strongest = false;
      unit = ArgMax.of(layer.values());
    }
    unit = Math.min(unit, order.length - 1);
    show(heat, layer.values(), order, false);
    heat.mark(place() / COLUMNS, place() % COLUMNS, 1, 1);
    off.choose(explanation.trace().layer(layer.layer()), unit);
    title.setText(Messages.get("ui.inside.states.unit", unit + 1, order.length));
    effect.setText(effect(layer));
    heat.setAccessibleText(
        Messages.get("ui.inside.states.map.accessible", title.getText(), effect.getText()));
    String before = layer.before();
    float[] read = layer.weights(unit);
    if (before == null && read.length == DigitImage.PIXELS) {
      weights.show(DigitImage.SIDE, DigitImage.SIDE, colors(read, true));
      caption.setText(Messages.get("ui.inside.dense.weights.pixels"));
    } else {
      String from = before == null ? "" : before;
      show(weights, read, order(from, read.length), true);
      caption.setText(Messages.get("ui.inside.dense.weights.units", from));
    }
    weights.setAccessibleText(caption.getText());
    model.paperMarkProperty().set(null);
    requestLayout();
    return true;
  }

  /** Shows a value for each unit, in the order of the units in the grid. */
  private static void show(PixelGrid grid, float[] values, int[] order, boolean signed) {
    int rows = (values.length + COLUMNS - 1) / COLUMNS;
    float[] placed = new float[rows * COLUMNS];
    for (int i = 0; i < order.length; i++) {
      placed[i] = values[order[i]];
    }
    grid.show(rows, COLUMNS, colors(placed, signed));
  }

  private static int[] colors(float[] values, boolean signed) {
    float largest = Math.max(HeatColors.largest(values), Float.MIN_NORMAL);
    int[] colors = new int[values.length];
    for (int i = 0; i < colors.length; i++) {
      float value = values[i] / largest;
      colors[i] = signed ? HeatColors.signed(value) : HeatColors.gray(value);
    }
    return colors;
  }

  private DenseUnits chosenLayer(Explanation explanation) {
    updating = true;
    List<String> names = explanation.dense().stream().map(DenseUnits::layer).toList();
    DenseUnits chosen = explanation.dense().get(names.indexOf(offer(layers, names)));
    updating = false;
    return chosen;
  }

  /** What the unit does to the digits now, and when it is high on average. */
  private String effect(DenseUnits layer) {
    String usual = usualEffect(layer.layer(), unit, "ui.inside.dense.usual");
    float value = layer.values()[unit];
    String now =
        model.maskProperty().get().isOff(layer.layer(), unit)
            ? Messages.get("ui.inside.dense.off")
            : value == 0
                ? Messages.get("ui.inside.dense.silent")
                : now(value, layer.effects()[unit]);
    return Messages.get("ui.inside.dense.effect", Messages.part(now), Messages.part(usual));
  }

  private static String now(float value, float[] effects) {
    List<Integer> raised =
        IntStream.range(0, effects.length)
            .boxed()
            .sorted((one, other) -> Float.compare(effects[other], effects[one]))
            .toList();
    List<Integer> up =
        raised.stream().filter(digit -> effects[digit] > 0).limit(TOLD_DIGITS).toList();
    List<Integer> down = new ArrayList<>(raised);
    Collections.reverse(down);
    down = down.stream().filter(digit -> effects[digit] < 0).limit(TOLD_DIGITS).toList();
    String number = Numbers.decimal(value, 2);
    return up.isEmpty()
        ? Messages.get("ui.inside.dense.lowers", number, list(down))
        : down.isEmpty()
            ? Messages.get("ui.inside.dense.raises", number, list(up))
            : Messages.get("ui.inside.dense.both", number, list(up), list(down));
  }

  @Override
  List<List<String>> table() {
    List<List<String>> table = new ArrayList<>();
    Explanation explanation = model.snapshotProperty().get().explanation();
    if (explanation == null || explanation.dense().isEmpty()) {
      return table;
    }
    DenseUnits layer = chosenLayer(explanation);
    List<String> header =
        new ArrayList<>(
            List.of(Messages.get("ui.inside.csv.unit"), Messages.get("ui.inside.csv.output")));
    IntStream.range(0, layer.effects()[0].length)
        .forEach(digit -> header.add(Messages.get("ui.inside.csv.effect", digit)));
    table.add(header);
    for (int number : order(layer.layer(), layer.values().length)) {
      List<String> row =
          new ArrayList<>(
              List.of(String.valueOf(number + 1), String.valueOf(layer.values()[number])));
      for (float each : layer.effects()[number]) {
        row.add(String.valueOf(each));
      }
      table.add(row);
    }
    return table;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double top = snapSizeY(choices.prefHeight(-1)) + 8;
    double mapWidth = Math.min(Math.floor(width * 0.45), COLUMNS * MAX_CELL);
    choices.resizeRelocate(0, 0, mapWidth, top - 8);
    int rows = Math.max(1, heat.rows());
    int cell =
        Math.min(
            PixelGrid.cell(mapWidth, COLUMNS),
            PixelGrid.cell(Math.max(0, getHeight() - top), rows));
    heat.resizeRelocate(0, top, cell * COLUMNS, cell * rows);
    double left = mapWidth + GAP;
    double detailsWidth = Math.min(MAX_DETAILS, width - left);
    double detailsHeight = snapSizeY(details.prefHeight(detailsWidth));
    details.resizeRelocate(left, 0, detailsWidth, detailsHeight);
    double weightsTop = detailsHeight + 8;
    double room = Math.min(Math.min(detailsWidth, MAX_WEIGHTS), getHeight() - weightsTop - CAPTION);
    int columns = Math.max(1, weights.columns());
    int lines = Math.max(1, weights.rows());
    boolean shown = room >= MIN_CELL * DigitImage.SIDE;
    caption.setVisible(shown);
    weights.setVisible(shown);
    int weightCell = PixelGrid.cell(room, Math.max(columns, lines));
    caption.resizeRelocate(left, weightsTop, detailsWidth, CAPTION);
    weights.resizeRelocate(left, weightsTop + CAPTION, weightCell * columns, weightCell * lines);
  }
}
