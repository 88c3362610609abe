package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.explain.Belief;
import org.digitpad.explain.Explanation;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.FrameTimer;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.kordamp.ikonli.feather.Feather;

/** What the network believes after each step: the rows of a step, and a scrubber over the steps. */
final class StepsView extends SectionView {
  /** Time that a step is shown for while the steps are played. */
  private static final long STEP_NANOS = 400_000_000;

  private final ObservableBooleanValue motionReduced;
  private final PixelGrid image =
      new PixelGrid("inside-step-image", Messages.get("ui.inside.steps.image"));
  private final Label title = new Label();
  private final Label rows = FormControls.wrappingLabel("inside-rows");
  private final Slider scrubber = new Slider();
  private final Button play = new Button();
  private final ToggleButton soFar;
  private final ToggleButton blank;
  private final VBox controls;
  private final Player player = new Player();

  /** Whether the scrubber follows the model, rather than leads it. */
  private boolean following;

  StepsView(InsideViewModel model, ObservableBooleanValue motionReduced) {
    super("steps", model);
    this.motionReduced = motionReduced;
    title.setId("inside-step");
    title.getStyleClass().add("group-title");
    rows.getStyleClass().add("muted");
    scrubber.setId("inside-scrubber");
    scrubber.setAccessibleText(Messages.get("ui.inside.steps.scrubber"));
    LazyTooltips.install(scrubber, Messages.get("ui.inside.steps.scrubber.tooltip"));
    scrubber.setMajorTickUnit(1);
    scrubber.setMinorTickCount(0);
    scrubber.setBlockIncrement(1);
    scrubber.setSnapToTicks(true);
    scrubber
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!following) {
                stop();
                model.goTo((int) Math.round(now.doubleValue()));
              }
            });
    play.setId("inside-play");
    IconButtons.style(play, Feather.PLAY, Messages.get("ui.inside.steps.play"));
    LazyTooltips.install(play, Messages.get("ui.inside.steps.play.tooltip"));
    play.setMinWidth(Region.USE_PREF_SIZE);
    play.setOnAction(event -> play());
    HBox.setHgrow(scrubber, Priority.ALWAYS);
    HBox scrubbing = new HBox(4, play, scrubber);
    scrubbing.setAlignment(Pos.CENTER_LEFT);
    ToggleGroup views = new ToggleGroup();
    soFar = view("soFar", views, false);
    blank = view("restBlank", views, true);
    controls = new VBox(8, title, rows, scrubbing, soFar, blank);
    getChildren().addAll(image, controls);
    model
        .stepProperty()
        .addListener(
            (property, before, now) -> {
              if (isVisible()) {
                show(model.snapshotProperty().get());
              }
            });
    model
        .restBlankProperty()
        .addListener((property, before, now) -> (now ? blank : soFar).setSelected(true));
    visibleProperty().addListener((property, before, now) -> stop());
    sceneProperty().addListener((property, before, now) -> stop());
    soFar.setSelected(true);
  }

  private ToggleButton view(String name, ToggleGroup views, boolean restBlank) {
    ToggleButton button = new ToggleButton(Messages.get("ui.inside.steps." + name));
    button.setId("inside-" + name);
    button.setToggleGroup(views);
    button.setMaxWidth(Double.MAX_VALUE);
    LazyTooltips.install(button, Messages.get("ui.inside.steps." + name + ".tooltip"));
    button.setOnAction(
        event -> {
          button.setSelected(true);
          model.restBlankProperty().set(restBlank);
        });
    return button;
  }

  private void play() {
    int steps = model.steps();
    if (player.isRunning()) {
      player.stop();
    } else if (motionReduced.get()) {
      int now = step();
      model.goTo(now >= steps - 1 ? 0 : now + 1);
    } else {
      if (step() >= steps - 1) {
        model.goTo(0);
      }
      player.last = 0;
      player.start();
    }
    showPlaying();
  }

  private void stop() {
    player.stop();
    showPlaying();
  }

  private void showPlaying() {
    boolean playing = player.isRunning();
    IconButtons.style(
        play,
        playing ? Feather.PAUSE : motionReduced.get() ? Feather.SKIP_FORWARD : Feather.PLAY,
        Messages.get(
            playing
                ? "ui.inside.steps.pause"
                : motionReduced.get() ? "ui.inside.steps.next" : "ui.inside.steps.play"));
  }

  private int step() {
    return model.belief().map(Belief::step).orElse(0);
  }

  private final class Player extends FrameTimer {
    long last;

    @Override
    protected void frame(long now) {
      if (last == 0) {
        last = now;
      } else if (now - last >= STEP_NANOS) {
        last = now;
        model.goTo(step() + 1);
        if (step() >= model.steps() - 1) {
          stop();
          showPlaying();
        }
      }
    }
  }

  @Override
  boolean show(Snapshot snapshot) {
    Optional<Belief> belief = model.belief();
    if (snapshot.subject() == null || belief.isEmpty()) {
      // while the section changes, what other sections do not need is to come
      Explanation explanation = snapshot.explanation();
      return explanation != null && !explanation.states().isEmpty();
    }
    Belief now = belief.get();
    int steps = model.steps();
    int first = now.rows().first();
    int last = now.rows().last();
    image.show(DigitImage.SIDE, DigitImage.SIDE, HeatColors.image(snapshot.subject().image()));
    image.mark(first, 0, last - first + 1, DigitImage.SIDE);
    title.setText(Messages.get("ui.inside.steps.step", now.step() + 1, steps));
    rows.setText(
        first == last
            ? Messages.get("ui.inside.steps.row", first + 1)
            : Messages.get("ui.inside.steps.rows", first + 1, last + 1));
    following = true;
    scrubber.setMax(steps - 1);
    scrubber.setValue(now.step());
    following = false;
    soFar.setDisable(now.stateSoFar().length == 0);
    model.paperMarkProperty().set(new PaperMark.Rows(now.rows()));
    return true;
  }

  @Override
  List<List<String>> table() {
    Explanation explanation = model.snapshotProperty().get().explanation();
    List<List<String>> table = new ArrayList<>();
    List<String> header =
        new ArrayList<>(
            List.of(
                Messages.get("ui.inside.csv.step"),
                Messages.get("ui.inside.csv.firstRow"),
                Messages.get("ui.inside.csv.lastRow"),
                Messages.get("ui.inside.csv.view")));
    IntStream.range(0, 10).forEach(digit -> header.add(String.valueOf(digit)));
    table.add(header);
    if (explanation != null) {
      for (Belief belief : explanation.beliefs()) {
        if (belief.stateSoFar().length > 0) {
          table.add(row(belief, soFar.getText(), belief.stateSoFar()));
        }
        table.add(row(belief, blank.getText(), belief.restBlank()));
      }
    }
    return table;
  }

  private static List<String> row(Belief belief, String view, float[] probabilities) {
    List<String> row =
        new ArrayList<>(
            List.of(
                String.valueOf(belief.step() + 1),
                String.valueOf(belief.rows().first() + 1),
                String.valueOf(belief.rows().last() + 1),
                view));
    for (float probability : probabilities) {
      row.add(String.valueOf(probability));
    }
    return row;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    int cell = PixelGrid.cell(Math.min(Math.floor(width / 2), height), DigitImage.SIDE);
    double side = cell * DigitImage.SIDE;
    image.resizeRelocate(0, 0, side, side);
    controls.resizeRelocate(
        side + GAP,
        0,
        Math.max(0, Math.min(360, width - side - GAP)),
        Math.min(height, Math.max(side, 200)));
  }
}
