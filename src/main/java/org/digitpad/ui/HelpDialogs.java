package org.digitpad.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.io.DataFolders;
import org.digitpad.io.log.ProgramLog;
import org.digitpad.ui.common.CopyButton;
import org.digitpad.ui.common.FormControls;

/** Content of the dialogs About and Shortcuts. */
final class HelpDialogs {
  private static final double SHORTCUT_NAME_WIDTH = 208;

  private HelpDialogs() {}

  static Node about(AppInfo info, String modelName, DataFolders folders) {
    Path log = ProgramLog.file(folders);

    GridPane table = table();
    row(table, Messages.get("ui.about.version"), info.version());
    row(table, Messages.get("ui.about.network"), modelName);
    row(table, Messages.get("ui.about.data"), PlainText.brief(folders.root().toString()));
    row(
        table,
        Messages.get("ui.about.log"),
        new VBox(
            8,
            wrapping(PlainText.brief(log.toString())),
            CopyButton.of("copy-log", Messages.get("ui.about.copyPath"), log::toString)));
    row(table, Messages.get("ui.about.license"), Messages.get("ui.about.licenseName"));
    return table;
  }

  /** Shows all groups, in two columns of about the same height. */
  static Node shortcuts(List<ShortcutGroup> groups) {
    int half = groups.stream().mapToInt(HelpDialogs::height).sum() / 2;
    VBox left = new VBox(16);
    VBox right = new VBox(16);
    int above = 0;
    for (ShortcutGroup group : groups) {
      VBox column = above + height(group) / 2 <= half ? left : right;
      column.getChildren().add(table(group));
      above += height(group);
    }
    HBox columns = new HBox(32, left, right);
    return FormControls.scrolling(columns);
  }

  /** Rows of a group with its title. */
  private static int height(ShortcutGroup group) {
    return group.rows().size() + 1;
  }

  private static Node table(ShortcutGroup group) {
    GridPane table = table();
    table.setHgap(16);
    table.setVgap(2);
    Label title = new Label(group.title());
    title.getStyleClass().add("shortcuts-title");
    for (ShortcutGroup.Row row : group.rows()) {
      Label keys = new Label(row.keys());
      keys.setMinWidth(Label.USE_PREF_SIZE);
      row(table, row.name(), keys);
    }
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(SHORTCUT_NAME_WIDTH);
    names.setPrefWidth(SHORTCUT_NAME_WIDTH);
    table.getColumnConstraints().add(names);
    return new VBox(4, title, table);
  }

  private static GridPane table() {
    GridPane table = new GridPane();
    table.setHgap(32);
    table.setVgap(8);
    return table;
  }

  private static void row(GridPane table, String name, String value) {
    row(table, name, wrapping(value));
  }

  private static Label wrapping(String value) {
    Label text = new Label(value);
    text.setWrapText(true);
    text.setMaxWidth(400);
    return text;
  }

  private static void row(GridPane table, String name, Node value) {
    Label label = new Label(name);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    RowConstraints top = new RowConstraints();
    top.setValignment(VPos.TOP);
    table.getRowConstraints().add(top);
    table.addRow(table.getRowCount() - 1, label, value);
  }
}
