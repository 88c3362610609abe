package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.digitpad.explain.Convolution;
import org.digitpad.explain.Explanation;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.digitpad.nn.arch.StepRange;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.jspecify.annotations.Nullable;

/**
 * The channels of a convolution over its steps, and how one of their values comes about: kernel ×
 * window = sum, with numbers.
 */
final class MapsView extends SectionView {
  private static final double TITLE = 24;
  private static final double CAPTION = 18;
  private static final double KERNEL_ROW = 8;
  private static final double MAX_PIXELS = 280;

  /** A smaller image is left out. */
  private static final int MIN_CELL = 3;

  private final Label layerLabel = new Label(Messages.get("ui.inside.layer"));
  private final ComboBox<Integer> layers =
      FormControls.comboBox("inside-convolution", layerLabel, this::layerName);
  private final HBox choices = new HBox(8, layerLabel, layers);
  private final PixelGrid strips =
      new PixelGrid("inside-strips", Messages.get("ui.inside.maps.map"));
  private final Label title = new Label();
  private final List<Label> captions = new ArrayList<>();
  private final PixelGrid kernel =
      new PixelGrid("inside-kernel", Messages.get("ui.inside.maps.kernel"));
  private final PixelGrid window =
      new PixelGrid("inside-window", Messages.get("ui.inside.maps.window"));
  private final PixelGrid products =
      new PixelGrid("inside-products", Messages.get("ui.inside.maps.products"));
  private final List<PixelGrid> factors = List.of(kernel, window, products);
  private final Label product = FormControls.wrappingLabel("inside-product");
  private final Label sum = FormControls.wrappingLabel("inside-sum");
  private final Label pixelsCaption = new Label(Messages.get("ui.inside.maps.pixels"));
  private final PixelGrid pixels =
      new PixelGrid("inside-pixels", Messages.get("ui.inside.maps.pixels"));
  private final SwitchOffPane off;
  private final ZoomFrame zoom;
  private int channel;
  private int step;

  /** The product that is told in numbers. */
  private int row;

  private int column;

  /** Whether somebody has chosen it; otherwise it is the largest one. */
  private boolean productChosen;

  private boolean updating;

  /** Whether the strongest value is to be chosen, as nobody has chosen one. */
  private boolean strongest = true;

  /**
   * @param motionReduced whether animations are off
   */
  MapsView(InsideViewModel model, ObservableBooleanValue motionReduced) {
    super("maps", model);
    zoom = new ZoomFrame(motionReduced);
    off = new SwitchOffPane("inside-maps", model);
    choices.setAlignment(Pos.CENTER_LEFT);
    layerLabel.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(layers, Priority.ALWAYS);
    title.setId("inside-channel");
    title.getStyleClass().add("group-title");
    product.getStyleClass().add("inside-note");
    sum.getStyleClass().add("inside-note");
    strips.setFocusTraversable(true);
    LazyTooltips.install(strips, Messages.get("ui.inside.maps.map.tooltip"));
    strips.setOnMousePressed(event -> strips.requestFocus());
    strips.setOnMouseClicked(
        event -> choose(strips.rowAt(event.getY()), strips.columnAt(event.getX())));
    strips.addEventHandler(KeyEvent.KEY_PRESSED, this::stripKey);
    for (String name : List.of("kernel", "window", "products")) {
      Label caption = new Label(Messages.get("ui.inside.maps." + name));
      caption.getStyleClass().add("inside-note");
      captions.add(caption);
    }
    for (PixelGrid factor : factors) {
      factor.setOnMouseMoved(
          event -> chooseProduct(factor.rowAt(event.getY()), factor.columnAt(event.getX())));
    }
    pixelsCaption.getStyleClass().add("inside-note");
    products.setFocusTraversable(true);
    LazyTooltips.install(products, Messages.get("ui.inside.maps.products.tooltip"));
    products.addEventHandler(KeyEvent.KEY_PRESSED, this::productKey);
    getChildren().addAll(choices, strips, title);
    getChildren().addAll(captions);
    getChildren().addAll(factors);
    getChildren().addAll(product, sum, off, pixelsCaption, pixels, zoom);
    layers
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!updating) {
                strongest = true;
                show(model.snapshotProperty().get());
                zoomToMaps();
              }
            });
  }

  private String layerName(int layer) {
    Explanation explanation = model.snapshotProperty().get().explanation();
    return explanation == null ? "" : name(explanation.trace().layers().get(layer));
  }

  private static String name(LayerTrace layer) {
    return layer.layer().spec().name();
  }

  private void stripKey(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> choose(Math.max(0, channel - 1), step);
      case DOWN -> choose(Math.min(strips.rows() - 1, channel + 1), step);
      case LEFT -> choose(channel, Math.max(0, step - 1));
      case RIGHT -> choose(channel, Math.min(strips.columns() - 1, step + 1));
      case ENTER, SPACE -> off.switchUnit();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void productKey(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> chooseProduct(Math.max(0, row - 1), column);
      case DOWN -> chooseProduct(Math.min(products.rows() - 1, row + 1), column);
      case LEFT -> chooseProduct(row, Math.max(0, column - 1));
      case RIGHT -> chooseProduct(row, Math.min(products.columns() - 1, column + 1));
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** From the pixels, or from the window of the calculator where there is no room for them. */
  private void zoomToMaps() {
    PixelGrid from = pixels.isVisible() ? pixels : window;
    zoom.go(from.getBoundsInParent(), strips.getBoundsInParent(), List.of(strips));
  }

  private void zoomToCalculator() {
    List<Node> calculator = new ArrayList<>(factors);
    calculator.addAll(List.of(product, sum));
    zoom.go(
        strips.markedBounds(),
        new BoundingBox(
            kernel.getLayoutX(),
            kernel.getLayoutY(),
            kernel.getWidth(),
            products.getLayoutY() + products.getHeight() - kernel.getLayoutY()),
        calculator);
  }

  private void choose(int newChannel, int newStep) {
    boolean other = newChannel != channel || newStep != step;
    channel = newChannel;
    step = newStep;
    productChosen &= !other;
    Integer layer = layers.getValue();
    if (layer != null) {
      model.followValue(new ConvolutionChoice(layer, channel, step));
    }
    strips.mark(channel, step, 1, 1);
    if (other) {
      zoomToCalculator();
    }
  }

  @Override
  boolean show(Snapshot snapshot) {
    Explanation explanation = snapshot.explanation();
    if (explanation == null) {
      return false;
    }
    List<LayerTrace> all = explanation.trace().layers();
    List<Integer> convolutions =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).layer().spec() instanceof Conv1D)
            .boxed()
            .toList();
    if (convolutions.isEmpty()) {
      return false;
    }
    if (model.sectionProperty().get() != Section.MAPS) {
      return true;
    }
    updating = true;
    Integer index = offer(layers, convolutions);
    updating = false;
    LayerTrace layer = all.get(index);
    if (strongest && convolutionShown(snapshot, layer) == null) {
      chooseStrongest(layer);
    }
    strongest = false;
    channel = Math.min(channel, layer.features() - 1);
    step = Math.min(step, layer.steps() - 1);
    float largest = Math.max(HeatColors.largest(layer.values()), Float.MIN_NORMAL);
    int[] colors = new int[layer.values().length];
    for (int i = 0; i < layer.features(); i++) {
      for (int t = 0; t < layer.steps(); t++) {
        colors[i * layer.steps() + t] = HeatColors.gray(layer.value(t, i) / largest);
      }
    }
    strips.show(layer.features(), layer.steps(), colors);
    strips.mark(channel, step, 1, 1);
    off.choose(layer, channel);
    title.setText(Messages.get("ui.inside.maps.channel", channel + 1, step + 1));
    strips.setAccessibleText(
        Messages.get("ui.inside.states.map.accessible", title.getText(), sum.getText()));
    Subject subject = snapshot.subject();
    if (subject != null) {
      pixels.show(DigitImage.SIDE, DigitImage.SIDE, HeatColors.image(subject.image()));
    }
    Convolution convolution = convolutionShown(snapshot, layer);
    if (convolution == null) {
      model.followValue(new ConvolutionChoice(layers.getValue(), channel, step));
    } else {
      show(convolution);
    }
    return true;
  }

  private static @Nullable Convolution convolutionShown(Snapshot snapshot, LayerTrace layer) {
    Convolution shown = snapshot.convolution();
    return shown == null || !shown.layer().equals(name(layer)) ? null : shown;
  }

  private void chooseStrongest(LayerTrace layer) {
    int best = 0;
    for (int i = 0; i < layer.values().length; i++) {
      best = layer.values()[i] > layer.values()[best] ? i : best;
    }
    channel = best % layer.features();
    step = best / layer.features();
  }

  private void show(Convolution convolution) {
    paint(kernel, convolution.kernel(), true);
    paint(window, convolution.window(), false);
    paint(products, convolution.products(), true);
    if (!productChosen) {
      chooseLargest(convolution.products());
    }
    Convolution.@Nullable Pooling pooling = convolution.pooling();
    String result =
        convolution.off()
            ? Messages.get(
                "ui.inside.maps.sumOff", number(convolution.sum()), number(convolution.bias()))
            : Messages.get(
                "ui.inside.maps.sum",
                number(convolution.sum()),
                number(convolution.bias()),
                number(convolution.sum() + convolution.bias()),
                number(convolution.output()));
    sum.setText(
        pooling == null
            ? result
            : Messages.get(
                "ui.inside.maps.pooled",
                Messages.part(result),
                pooling.values().stream().map(MapsView::number).collect(Collectors.joining("; ")),
                number(pooling.output())));
    StepRange rows = convolution.rows();
    pixels.mark(rows.first(), 0, rows.last() - rows.first() + 1, DigitImage.SIDE);
    model.paperMarkProperty().set(new PaperMark.Rows(rows));
    tell(row, column);
  }

  private static void paint(PixelGrid grid, float[][] values, boolean signed) {
    int columns = values[0].length;
    float largest = Float.MIN_NORMAL;
    for (float[] line : values) {
      largest = Math.max(largest, HeatColors.largest(line));
    }
    int[] colors = new int[values.length * columns];
    for (int i = 0; i < colors.length; i++) {
      float value = values[i / columns][i % columns] / largest;
      colors[i] = signed ? HeatColors.signed(value) : HeatColors.gray(value);
    }
    grid.show(values.length, columns, colors);
  }

  private void chooseLargest(float[][] values) {
    row = 0;
    column = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values[i].length; j++) {
        if (Math.abs(values[i][j]) > Math.abs(values[row][column])) {
          row = i;
          column = j;
        }
      }
    }
  }

  private void chooseProduct(int newRow, int newColumn) {
    productChosen = true;
    tell(newRow, newColumn);
  }

  private void tell(int newRow, int newColumn) {
    Convolution convolution = model.snapshotProperty().get().convolution();
    if (convolution == null) {
      return;
    }
    row = Math.min(newRow, convolution.kernel().length - 1);
    column = Math.min(newColumn, convolution.kernel()[0].length - 1);
    factors.forEach(factor -> factor.mark(row, column, 1, 1));
    product.setText(
        Messages.get(
            "ui.inside.maps.product",
            number(convolution.kernel()[row][column]),
            number(convolution.window()[row][column]),
            number(convolution.products()[row][column])));
    products.setAccessibleText(product.getText());
  }

  private static String number(float value) {
    // no minus before a zero
    return Numbers.decimal(Math.round(value * 1000.0) / 1000.0, 3);
  }

  @Override
  List<List<String>> table() {
    List<List<String>> table = new ArrayList<>();
    Explanation explanation = model.snapshotProperty().get().explanation();
    Integer chosen = layers.getValue();
    if (explanation == null || chosen == null) {
      return table;
    }
    LayerTrace layer = explanation.trace().layers().get(chosen);
    List<String> header = new ArrayList<>(List.of(Messages.get("ui.inside.csv.channel")));
    for (int t = 0; t < layer.steps(); t++) {
      header.add(String.valueOf(t + 1));
    }
    table.add(header);
    for (int i = 0; i < layer.features(); i++) {
      List<String> line = new ArrayList<>(List.of(String.valueOf(i + 1)));
      for (int t = 0; t < layer.steps(); t++) {
        line.add(String.valueOf(layer.value(t, i)));
      }
      table.add(line);
    }
    Convolution shown = convolutionShown(model.snapshotProperty().get(), layer);
    if (shown != null) {
      addCalculation(table, shown);
    }
    return table;
  }

  /** Kernel, window and products of the chosen value, a line for each step of the window. */
  private static void addCalculation(List<List<String>> table, Convolution shown) {
    Map<String, float[][]> parts = new LinkedHashMap<>();
    parts.put("kernel", shown.kernel());
    parts.put("window", shown.window());
    parts.put("products", shown.products());
    parts.forEach(
        (name, values) -> {
          for (float[] each : values) {
            List<String> line =
                new ArrayList<>(
                    List.of(
                        Messages.get(
                            "ui.inside.csv." + name, shown.channel() + 1, shown.step() + 1)));
            for (float value : each) {
              line.add(String.valueOf(value));
            }
            table.add(line);
          }
        });
    table.add(List.of(Messages.get("ui.inside.csv.sum"), String.valueOf(shown.sum())));
    table.add(List.of(Messages.get("ui.inside.csv.bias"), String.valueOf(shown.bias())));
    table.add(List.of(Messages.get("ui.inside.csv.output"), String.valueOf(shown.output())));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double top = snapSizeY(choices.prefHeight(-1)) + 8;
    double offHeight = snapSizeY(off.prefHeight(-1));
    double height = Math.max(0, getHeight() - top - offHeight - 8);
    double mapWidth = Math.floor(Math.min(width * 0.4, 480));
    choices.resizeRelocate(0, 0, mapWidth, top - 8);
    double stripsHeight =
        strips.rows() == 0
            ? height
            : PixelGrid.cell(Math.min(height, 1024), strips.rows()) * strips.rows();
    off.resizeRelocate(0, top + stripsHeight + 8, mapWidth, offHeight);
    strips.resizeRelocate(
        0,
        top,
        strips.columns() == 0
            ? mapWidth
            : PixelGrid.cell(mapWidth, strips.columns()) * strips.columns(),
        stripsHeight);
    double left = mapWidth + GAP;
    double available = Math.min(width - left, 400);
    double y = 0;
    title.resizeRelocate(left, y, available, TITLE);
    y += TITLE;
    for (int i = 0; i < factors.size(); i++) {
      PixelGrid factor = factors.get(i);
      captions.get(i).resizeRelocate(left, y, available, CAPTION);
      y += CAPTION;
      double rows = Math.max(1, factor.rows());
      double columns = Math.max(1, factor.columns());
      double cellHeight = Math.max(KERNEL_ROW, Math.floor(available / columns));
      factor.resizeRelocate(
          left, y, PixelGrid.cell(available, (int) columns) * columns, cellHeight * rows);
      y += cellHeight * rows + 2;
    }
    for (Region text : List.of(product, sum)) {
      double textHeight = snapSizeY(text.prefHeight(available));
      text.resizeRelocate(left, y, available, textHeight);
      y += textHeight + 4;
    }
    y += 8;
    double room = Math.min(Math.min(available, MAX_PIXELS), getHeight() - y - CAPTION);
    boolean shown = room >= MIN_CELL * DigitImage.SIDE;
    pixelsCaption.setVisible(shown);
    pixels.setVisible(shown);
    pixelsCaption.resizeRelocate(left, y, available, CAPTION);
    double side = PixelGrid.cell(room, DigitImage.SIDE) * DigitImage.SIDE;
    pixels.resizeRelocate(left, y + CAPTION, side, side);
  }
}
