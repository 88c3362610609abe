package org.digitpad.ui.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.scan.InkBounds;

/**
 * A picture with frames around its digits, and a sentence about them below. Frames are dragged with
 * the mouse, or with the arrow keys while they have the focus. Its parent keeps it square.
 */
public final class PictureView extends Region {
  /** Space around the picture, so that frames at its edges can be held. */
  private static final double PADDING = 16;

  /** Height of the sentence and the title, for two lines each at most. */
  private static final double CAPTION = 56;

  private static final double BAR_WIDTH = 240;

  /** Pictures that are loaded faster show no progress bar, which would only flash. */
  private static final Duration BAR_DELAY = Duration.millis(250);

  /** How far an arrow key moves a frame, in pixels of the screen. */
  private static final double KEY_STEP = 4;

  private final PictureViewModel model;
  private final PreviewPane preview = new PreviewPane();
  private final List<FrameView> frames = new ArrayList<>();
  private final Region layer = new Region();
  private final Label sentence = new Label();
  private final Label title = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final PauseTransition barDelay = new PauseTransition(BAR_DELAY);
  private PictureScale scale = new PictureScale(0, 0, 1);

  public PictureView(PictureViewModel model) {
    this.model = model;
    setId("picture");
    getStyleClass().add("picture");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    sentence.setId("picture-sentence");
    sentence.setWrapText(true);
    sentence.textProperty().bind(model.sentenceProperty());
    title.setId("picture-title");
    title.getStyleClass().add("muted");
    title.textProperty().bind(model.titleProperty());
    progress.setId("picture-progress");
    progress.setAccessibleText(Messages.get("ui.picture.progress"));
    progress.progressProperty().bind(model.progressProperty());
    progress.setVisible(false);
    barDelay.setOnFinished(event -> progress.setVisible(isLoading()));
    getChildren().addAll(preview, layer, sentence, title, progress);
    FrameDragging.attach(layer, this, model);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    model.previewProperty().addListener((property, before, now) -> showPreview());
    model.framesProperty().addListener((property, before, now) -> showFrames());
    model.selectedProperty().addListener((property, before, now) -> showFrames());
    model.stateProperty().addListener((property, before, now) -> showState());
    model.sentenceProperty().addListener((property, before, now) -> setAccessibleText(now));
    setAccessibleText(model.sentenceProperty().get());
    showPreview();
    showFrames();
    showState();
  }

  /** Focuses the selected frame, or the picture if there is none. */
  @Override
  public void requestFocus() {
    int selected = model.selectedProperty().get();
    if (selected >= 0 && selected < frames.size()) {
      frames.get(selected).requestFocus();
    } else {
      super.requestFocus();
    }
  }

  PictureScale scale() {
    return scale;
  }

  private boolean isLoading() {
    return model.stateProperty().get() == PictureViewModel.State.LOADING;
  }

  private void showState() {
    progress.setVisible(false);
    if (isLoading()) {
      barDelay.playFromStart();
    } else {
      barDelay.stop();
    }
    requestLayout();
  }

  private void showPreview() {
    preview.show(model.previewProperty().get());
    requestLayout();
  }

  private void showFrames() {
    List<PictureFrame> shown = model.framesProperty().get();
    boolean hadFocus = isFocused() || frames.stream().anyMatch(FrameView::isFocused);
    while (frames.size() < shown.size()) {
      FrameView frame = new FrameView();
      int index = frames.size();
      frame
          .focusedProperty()
          .addListener(
              (property, before, focused) -> {
                if (focused && index < model.framesProperty().get().size()) {
                  model.select(index);
                }
              });
      frames.add(frame);
      getChildren().add(getChildren().indexOf(layer), frame);
    }
    while (frames.size() > shown.size()) {
      getChildren().remove(frames.remove(frames.size() - 1));
    }
    int selected = model.selectedProperty().get();
    for (int i = 0; i < shown.size(); i++) {
      frames.get(i).show(shown.get(i), i + 1, shown.size(), i == selected);
    }
    setFocusTraversable(shown.isEmpty());
    if (hadFocus && (selected >= 0 || shown.isEmpty())) {
      requestFocus();
    }
    requestLayout();
  }

  private void press(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int step = Math.max(1, scale.pictureLength(KEY_STEP));
    Grip grip = event.isShiftDown() ? Grip.BOTTOM_RIGHT : Grip.INSIDE;
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> model.drag(grip, -step, 0);
      case RIGHT, KP_RIGHT -> model.drag(grip, step, 0);
      case UP, KP_UP -> model.drag(grip, 0, -step);
      case DOWN, KP_DOWN -> model.drag(grip, 0, step);
      case ENTER -> model.use();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double areaHeight = getHeight() - CAPTION - 2 * PADDING;
    double areaWidth = width - 2 * PADDING;
    int pictureWidth = model.pictureWidth();
    int pictureHeight = model.pictureHeight();
    PictureScale inArea = PictureScale.fit(pictureWidth, pictureHeight, areaWidth, areaHeight);
    scale = new PictureScale(inArea.left() + PADDING, inArea.top() + PADDING, inArea.scale());
    preview.resizeRelocate(
        scale.left(), scale.top(), scale.scale() * pictureWidth, scale.scale() * pictureHeight);
    layer.resizeRelocate(0, 0, width, getHeight() - CAPTION);
    List<PictureFrame> shown = model.framesProperty().get();
    for (int i = 0; i < Math.min(shown.size(), frames.size()); i++) {
      InkBounds box = shown.get(i).box();
      double left = Math.round(scale.screenX(box.left()));
      double top = Math.round(scale.screenY(box.top()));
      double right = Math.round(scale.screenX(box.left() + box.width()));
      double bottom = Math.round(scale.screenY(box.top() + box.height()));
      frames.get(i).resizeRelocate(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
      frames.get(i).requestLayout();
    }
    layoutCaption(width);
    double bar = Math.min(BAR_WIDTH, areaWidth);
    double barHeight = progress.prefHeight(-1);
    progress.resizeRelocate(
        Math.floor((width - bar) / 2), Math.floor((getHeight() - CAPTION) / 2), bar, barHeight);
  }

  /** A failure takes the place of the picture; everything else is said below it. */
  private void layoutCaption(double width) {
    double textWidth = width - 2 * PADDING;
    boolean failed = model.stateProperty().get() == PictureViewModel.State.FAILED;
    double titleHeight = title.prefHeight(-1);
    title.resizeRelocate(PADDING, getHeight() - PADDING / 2 - titleHeight, textWidth, titleHeight);
    sentence.setAlignment(failed ? Pos.CENTER : Pos.CENTER_LEFT);
    sentence.setTextAlignment(failed ? TextAlignment.CENTER : TextAlignment.LEFT);
    double sentenceHeight = sentence.prefHeight(textWidth);
    if (failed) {
      double top = Math.floor((getHeight() - CAPTION - sentenceHeight) / 2);
      sentence.resizeRelocate(PADDING, Math.max(PADDING, top), textWidth, sentenceHeight);
    } else {
      double bottom = getHeight() - PADDING / 2 - titleHeight;
      double height = Math.min(sentenceHeight, CAPTION - titleHeight);
      sentence.resizeRelocate(PADDING, bottom - height, textWidth, height);
    }
  }
}
