package org.digitpad.bench;



import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** A minimal JavaFX window, which DigitPad's start-up time is compared with. */
public final class BareWindow extends Application {
  @Override
  public void start(Stage stage) {
    stage.setTitle("Bare window");
    stage.setScene(new Scene(new Label("Draw a digit"), 1200, 800));
    stage.show();
  }

  /** Main class that is not an {@link Application}, as JavaFX on the class path requires. */
  public static final class Main {
    private Main() {}

    public static void main(String[] arguments) {
      Application.launch(BareWindow.class);
    }
  }
}
