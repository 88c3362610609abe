package org.digitpad.bench;



import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least that a JavaFX window can be: what DigitPad's start is measured against. */
public final class BareWindow extends Application {
  @Override
  public void start(Stage stage) {
    stage.setTitle("Bare window");
    stage.setScene(new Scene(new Label("Draw a digit"), 1200, 800));
    stage.show();
  }

  /** Starts from a class that is no application, as a class path without modules asks for. */
  public static final class Main {
    private Main() {}

    public static void main(String[] arguments) {
      Application.launch(BareWindow.class);
    }
  }
}
