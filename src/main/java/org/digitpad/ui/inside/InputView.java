package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import org.digitpad.explain.ImageMeasure;
import org.digitpad.explain.InputCheck;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.RenderingSteps;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.common.LazyTooltips;
import org.jspecify.annotations.Nullable;

/** How the image compares with MNIST's, and the way from the strokes to it. */
final class InputView extends SectionView {
  private static final double CAPTION = 20;
  private static final double ROW = 24;

  /** Steps of the way to the image: strokes, fitted, centered; then MNIST's mean. */
  private static final int PICTURES = 4;

  private final StrokesPicture strokes = new StrokesPicture();
  private final PixelGrid fitted =
      new PixelGrid("inside-fitted", Messages.get("ui.inside.input.fitted"));
  private final PixelGrid image =
      new PixelGrid("inside-centered", Messages.get("ui.inside.input.centered"));
  private final PixelGrid mean = new PixelGrid("inside-mean", Messages.get("ui.inside.input.mean"));
  private final List<Label> captions = new ArrayList<>();
  private final Label moved = new Label();
  private final Label scale = new Label(Messages.get("ui.inside.input.scale"));
  private final List<MeasureRow> rows = new ArrayList<>();

  /**
   * @param motionReduced not asked, as nothing moves here
   */
  InputView(InsideViewModel model, ObservableBooleanValue motionReduced) {
    super("input", model);
    for (String name : List.of("strokes", "fitted", "centered", "mean")) {
      Label caption = new Label(Messages.get("ui.inside.input." + name));
      caption.getStyleClass().add("inside-note");
      LazyTooltips.install(caption, Messages.get("ui.inside.input." + name + ".tooltip"));
      captions.add(caption);
    }
    moved.setId("inside-moved");
    moved.getStyleClass().add("inside-note");
    scale.getStyleClass().add("inside-note");
    scale.setAlignment(Pos.CENTER);
    getChildren().addAll(strokes, fitted, image, mean, moved, scale);
    getChildren().addAll(captions);
    for (ImageMeasure measure : ImageMeasure.values()) {
      MeasureRow row = new MeasureRow(measure);
      rows.add(row);
      getChildren().add(row);
    }
  }

  @Override
  boolean show(Snapshot snapshot) {
    Subject subject = snapshot.subject();
    InputCheck check = snapshot.check();
    if (subject == null || check == null) {
      return subject != null && isVisible();
    }
    model.paperMarkProperty().set(null);
    RenderingSteps rendering = snapshot.rendering();
    strokes.show(rendering == null ? Drawing.BLANK : rendering.drawing());
    fitted.setVisible(rendering != null);
    captions.get(0).setVisible(rendering != null);
    captions.get(1).setVisible(rendering != null);
    if (rendering != null) {
      fitted.show(DigitImage.SIDE, DigitImage.SIDE, HeatColors.image(rendering.fitted()));
    }
    moved.setText(
        rendering == null
            ? ""
            : Messages.get(
                "ui.inside.input.moved",
                Numbers.decimal(rendering.shift().x(), 1),
                Numbers.decimal(rendering.shift().y(), 1)));
    image.show(DigitImage.SIDE, DigitImage.SIDE, HeatColors.image(check.image()));
    mean.show(DigitImage.SIDE, DigitImage.SIDE, HeatColors.image(check.mean()));
    captions.get(3).setText(Messages.get("ui.inside.input.mean.digit", subject.label()));
    for (MeasureRow row : rows) {
      row.show(
          check.readings().stream()
              .filter(reading -> reading.measure() == row.measure)
              .findFirst()
              .orElse(null));
    }
    return true;
  }

  @Override
  List<List<String>> table() {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            Messages.get("ui.inside.csv.measure"),
            Messages.get("ui.inside.csv.value"),
            Messages.get("ui.inside.csv.percentile")));
    InputCheck check = model.snapshotProperty().get().check();
    if (check != null) {
      for (InputCheck.Reading reading : check.readings()) {
        table.add(
            List.of(
                name(reading.measure()),
                String.valueOf(reading.value()),
                String.valueOf(reading.percentile())));
      }
    }
    return table;
  }

  private static String name(ImageMeasure measure) {
    return Messages.get("ui.inside.input.measure." + measure);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.min(getWidth(), 640);
    double measures = ROW * rows.size() + CAPTION;
    double gap = 8;
    double widest = Math.floor((width - (PICTURES - 1) * gap) / PICTURES);
    double highest = Math.max(56, getHeight() - 2 * CAPTION - measures - gap);
    double side = PixelGrid.cell(Math.min(widest, highest), DigitImage.SIDE) * DigitImage.SIDE;
    List<Region> pictures = List.of(strokes, fitted, image, mean);
    for (int i = 0; i < PICTURES; i++) {
      double left = i * (widest + gap);
      captions.get(i).resizeRelocate(left, 0, widest, CAPTION);
      pictures.get(i).resizeRelocate(left, CAPTION, side, side);
    }
    moved.resizeRelocate(0, CAPTION + side, width, CAPTION);
    double top = 2 * CAPTION + side + gap;
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).resizeRelocate(0, top + i * ROW, width, ROW);
    }
    scale.resizeRelocate(
        MeasureRow.LEFT, top + ROW * rows.size(), Math.max(0, width - MeasureRow.LEFT), CAPTION);
  }

  /** The strokes as they were drawn, in white on black. */
  private static final class StrokesPicture extends Pane {
    private Drawing shown = Drawing.BLANK;

    StrokesPicture() {
      setId("inside-strokes");
      getStyleClass().add("inside-paper");
      setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      setAccessibleText(Messages.get("ui.inside.input.strokes"));
      widthProperty().addListener((property, before, now) -> draw());
    }

    void show(Drawing drawing) {
      shown = drawing;
      setVisible(!drawing.isBlank());
      draw();
    }

    private void draw() {
      getChildren().clear();
      double scale = getWidth() / CanvasContent.SIZE;
      for (Stroke stroke : shown.strokes()) {
        Polyline line = new Polyline();
        line.getStyleClass().add("inside-stroke");
        line.setStrokeWidth(Math.max(1, stroke.penWidth() * scale));
        for (InkPoint point : stroke.points()) {
          line.getPoints().addAll(point.x() * scale, point.y() * scale);
        }
        getChildren().add(line);
      }
    }
  }

  /** One measure: its name, its value, and where it lies among MNIST's images. */
  private static final class MeasureRow extends Region {
    private static final double NAME = 112;
    private static final double VALUE = 72;
    private static final double TICK = 4;

    /** Where the scale begins. */
    static final double LEFT = NAME + VALUE + 16;

    final ImageMeasure measure;
    private final Label name;
    private final Label value = new Label();
    private final Region track = new Region();
    private final Region tick = new Region();
    private double share;

    MeasureRow(ImageMeasure measure) {
      this.measure = measure;
      name = new Label(InputView.name(measure));
      value.setAlignment(Pos.CENTER_RIGHT);
      value.setId("inside-measure-" + (measure.ordinal() + 1));
      track.getStyleClass().add("belief-track");
      tick.getStyleClass().add("belief-fill");
      setAccessibleRole(AccessibleRole.TEXT);
      LazyTooltips.install(this, Messages.get("ui.inside.input.percentile.tooltip"));
      getChildren().addAll(name, value, track, tick);
    }

    void show(InputCheck.@Nullable Reading reading) {
      setVisible(reading != null);
      if (reading != null) {
        share = reading.percentile() / 100;
        value.setText(
            Messages.get("ui.inside.input.value." + measure, Numbers.decimal(reading.value(), 1)));
        setAccessibleText(
            Messages.get(
                "ui.inside.input.reading",
                name.getText(),
                Messages.part(value.getText()),
                Numbers.decimal(reading.percentile(), 0)));
        requestLayout();
      }
    }

    @Override
    protected void layoutChildren() {
      double height = getHeight();
      double length = Math.max(0, getWidth() - LEFT);
      name.resizeRelocate(0, 0, NAME, height);
      value.resizeRelocate(NAME, 0, VALUE, height);
      track.resizeRelocate(LEFT, height / 2 - 4, length, 8);
      tick.resizeRelocate(LEFT + share * (length - TICK), height / 2 - 8, TICK, 16);
    }
  }
}
