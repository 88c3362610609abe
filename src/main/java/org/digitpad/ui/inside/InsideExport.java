package org.digitpad.ui.inside;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
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
            picture.setDisable(!panel.hasContent());
            table.setDisable(!panel.hasContent());
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
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SCALE, SCALE));
    parameters.setFill(panel.getBackground().getFills().get(0).getFill());
    WritableImage picture = panel.view().snapshot(parameters, null);
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    save("ui.inside.export.pngName", () -> png(pixels, width, height));
  }

  private void saveTable() {
    byte[] csv = csv();
    save("ui.inside.export.csvName", () -> csv);
  }

  private static byte[] png(int[] pixels, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // ImageIO would take a temporary file, and a kill would leave it
    try (MemoryCacheImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", png);
    }
    return out.toByteArray();
  }

  private byte[] csv() {
    return panel.view().table().stream()
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
