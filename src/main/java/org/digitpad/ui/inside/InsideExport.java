package org.digitpad.ui.inside;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.SaveFileDialog;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The button that saves what the panel shows, as a picture or as a table. */
final class InsideExport {
  /** Pixels of the picture per pixel of the window. */
  private static final double SCALE = 2;

  /** Around the parts of the picture, in pixels of the window. */
  private static final double MARGIN = 16;

  private final InsidePanel panel;
  private final InsideViewModel model;
  private final Button button = new Button();

  // created on the first click, as loading popups is slow
  private @Nullable ContextMenu menu;

  InsideExport(InsidePanel panel, InsideViewModel model) {
    this.model = model;
    this.panel = panel;
    button.setId("inside-export");
    IconButtons.style(button, Feather.DOWNLOAD, Messages.get("ui.inside.export"));
    LazyTooltips.install(button, Messages.get("ui.inside.export.tooltip"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> toggle());
  }

  Button button() {
    return button;
  }

  private void toggle() {
    ContextMenu shown = menu;
    if (shown == null) {
      MenuItem picture = new MenuItem(Messages.get("ui.inside.export.picture"));
      picture.setOnAction(event -> savePicture());
      MenuItem table = new MenuItem(Messages.get("ui.inside.export.table"));
      table.setOnAction(event -> saveTable());
      shown = new ContextMenu(picture, table);
      shown.setOnShowing(
          event -> {
            picture.setDisable(panel.view() == null);
            table.setDisable(panel.view() == null);
          });
      menu = shown;
    }
    if (shown.isShowing()) {
      shown.hide();
    } else {
      shown.show(button, Side.BOTTOM, 0, 4);
    }
  }

  private void save(String nameKey, InsideViewModel.Encoder encoder) {
    File file = SaveFileDialog.ask(button, Messages.get("ui.inside.export"), Messages.get(nameKey));
    if (file != null) {
      model.save(file.toPath(), encoder);
    }
  }

  private void savePicture() {
    Color background = (Color) panel.getBackground().getFills().get(0).getFill();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SCALE, SCALE));
    parameters.setFill(background);
    List<WritableImage> parts =
        Stream.of(panel.view(), panel.bars())
            .filter(Objects::nonNull)
            .map(part -> part.snapshot(parameters, null))
            .toList();
    if (!parts.isEmpty()) {
      Picture whole = Picture.below(parts, argb(background));
      save("ui.inside.export.pngName", whole::png);
    }
  }

  private static int argb(Color color) {
    return 0xff << 24
        | (int) Math.round(255 * color.getRed()) << 16
        | (int) Math.round(255 * color.getGreen()) << 8
        | (int) Math.round(255 * color.getBlue());
  }

  private void saveTable() {
    SectionView view = panel.view();
    if (view != null) {
      byte[] csv = csv(view);
      save("ui.inside.export.csvName", () -> csv);
    }
  }

  /** Pixels in ARGB, row-major. */
  private record Picture(int[] pixels, int width, int height) {
    /** Puts pictures below each other. */
    static Picture below(List<WritableImage> parts, int background) {
      int margin = (int) (MARGIN * SCALE);
      int width = 0;
      int height = margin;
      for (WritableImage part : parts) {
        width = Math.max(width, (int) part.getWidth() + 2 * margin);
        height += (int) part.getHeight() + margin;
      }
      int[] pixels = new int[width * height];
      Arrays.fill(pixels, background);
      int top = margin;
      for (WritableImage part : parts) {
        int rows = (int) part.getHeight();
        part.getPixelReader()
            .getPixels(
                0,
                0,
                (int) part.getWidth(),
                rows,
                PixelFormat.getIntArgbInstance(),
                pixels,
                top * width + margin,
                width);
        top += rows + margin;
      }
      return new Picture(pixels, width, height);
    }

    byte[] png() throws IOException {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      image.setRGB(0, 0, width, height, pixels, 0, width);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      // ImageIO would take a temporary file, and a kill would leave it
      try (MemoryCacheImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
        ImageIO.write(image, "png", png);
      }
      return out.toByteArray();
    }
  }

  private static byte[] csv(SectionView view) {
    return view.table().stream()
        .map(row -> row.stream().map(InsideExport::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String value) {
    return value.contains(",") || value.contains("\"")
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }
}
