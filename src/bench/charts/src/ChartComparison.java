import atlantafx.base.theme.PrimerLight;
import com.sun.javafx.tk.Toolkit;
import eu.hansolo.fx.charts.ChartType;
import eu.hansolo.fx.charts.XYPane;
import eu.hansolo.fx.charts.data.XYChartItem;
import eu.hansolo.fx.charts.series.XYSeries;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.chart.AreaChart;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.AnchorPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.digitpad.ui.chart.Curve;
import org.digitpad.ui.chart.CurveChart;
import org.digitpad.ui.chart.Metric;

/**
 * Times charts of four curves that grow to 600 points in 20 updates: update and layout, and these
 * with a snapshot, which renders them. All charts are updated in turn; medians in milliseconds
 * after five rounds of warm-up. Runs without a display, with the software renderer.
 */
public final class ChartComparison {
  private static final int CURVES = 4;
  private static final int UPDATES = 20;
  private static final int POINTS = 600;
  private static final int EPOCHS = 10;
  private static final int WARM_UP = 5;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 300;
  private static final String[] STYLES = {
    "curve-batches", "curve-training", "curve-validation", "curve-reference"
  };

  private ChartComparison() {}

  private interface Update {
    void show(double[][] x, double[][] y);
  }

  private static final class Candidate {
    final String name;
    final Region node;
    final Update update;
    final WritableImage image = new WritableImage(WIDTH, HEIGHT);
    final List<Double> layout = new ArrayList<>();
    final List<Double> snapshot = new ArrayList<>();
    final List<Double> longest = new ArrayList<>();

    Candidate(String name, Region node, Update update) {
      this.name = name;
      this.node = node;
      this.update = update;
    }
  }

  /** The first argument is the number of rounds. */
  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try {
            run(Integer.parseInt(arguments[0]));
          } finally {
            end.countDown();
          }
        });
    end.await();
    Platform.exit();
  }

  private static void run(int rounds) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    List<Candidate> candidates =
        List.of(own(), javafx(false), javafx(true), chartfx(true), chartfx(false), hansolo());
    candidates.forEach(ChartComparison::open);
    for (int round = 0; round < rounds; round++) {
      for (int update = 1; update <= UPDATES; update++) {
        int points = POINTS * update / UPDATES;
        double[][] x = new double[CURVES][];
        double[][] y = new double[CURVES][];
        for (int curve = 0; curve < CURVES; curve++) {
          x[curve] = epochs(points);
          y[curve] = losses(curve, points, round);
        }
        for (Candidate candidate : candidates) {
          time(candidate, x, y, round >= WARM_UP, update == UPDATES);
        }
      }
    }
    System.out.println("| chart | layout | with snapshot | at 600 points | nodes |");
    System.out.println("|---|---|---|---|---|");
    for (Candidate each : candidates) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.2f | %d |%n",
          each.name,
          median(each.layout),
          median(each.snapshot),
          median(each.longest),
          nodes(each.node));
    }
  }

  private static void open(Candidate candidate) {
    candidate.node.setPrefSize(WIDTH, HEIGHT);
    candidate.node.setMinSize(WIDTH, HEIGHT);
    candidate.node.setMaxSize(WIDTH, HEIGHT);
    Scene scene = new Scene(new StackPane(candidate.node), WIDTH, HEIGHT);
    scene
        .getStylesheets()
        .add(String.valueOf(CurveChart.class.getResource("/org/digitpad/ui/digitpad.css")));
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
  }

  private static void time(
      Candidate candidate, double[][] x, double[][] y, boolean warm, boolean longest) {
    Toolkit.getToolkit().firePulse();
    long start = System.nanoTime();
    candidate.update.show(x, y);
    Toolkit.getToolkit().firePulse();
    double layout = (System.nanoTime() - start) / 1e6;
    candidate.node.snapshot(null, candidate.image);
    double snapshot = (System.nanoTime() - start) / 1e6;
    if (warm) {
      candidate.layout.add(layout);
      candidate.snapshot.add(snapshot);
      if (longest) {
        candidate.longest.add(snapshot);
      }
    }
  }

  private static Candidate own() {
    CurveChart chart = new CurveChart(Metric.LOSS);
    return new Candidate(
        "own CurveChart",
        chart,
        (x, y) -> {
          List<Curve> curves = new ArrayList<>();
          for (int i = 0; i < CURVES; i++) {
            curves.add(new Curve("curve " + i, STYLES[i], x[i], y[i], y[i]));
          }
          chart.show(curves, EPOCHS, false);
        });
  }

  private static Candidate javafx(boolean area) {
    NumberAxis xAxis = new NumberAxis(0, EPOCHS, 1);
    NumberAxis yAxis = new NumberAxis(0, 1, 0.2);
    XYChart<Number, Number> chart;
    if (area) {
      AreaChart<Number, Number> areas = new AreaChart<>(xAxis, yAxis);
      areas.setCreateSymbols(false);
      chart = areas;
    } else {
      LineChart<Number, Number> lines = new LineChart<>(xAxis, yAxis);
      lines.setCreateSymbols(false);
      lines.setAxisSortingPolicy(LineChart.SortingPolicy.NONE);
      chart = lines;
    }
    chart.setAnimated(false);
    chart.setLegendVisible(false);
    chart.setTitle("Loss");
    for (int i = 0; i < CURVES; i++) {
      chart.getData().add(new XYChart.Series<>("curve " + i, FXCollections.observableArrayList()));
    }
    return new Candidate(
        area ? "JavaFX AreaChart" : "JavaFX LineChart",
        chart,
        (x, y) -> {
          for (int i = 0; i < CURVES; i++) {
            List<XYChart.Data<Number, Number>> points = new ArrayList<>();
            for (int k = 0; k < x[i].length; k++) {
              points.add(new XYChart.Data<>(x[i][k], y[i][k]));
            }
            chart.getData().get(i).getData().setAll(points);
          }
        });
  }

  private static Candidate chartfx(boolean reducePoints) {
    DefaultNumericAxis xAxis = new DefaultNumericAxis("Epoch", 0, EPOCHS, 1);
    DefaultNumericAxis yAxis = new DefaultNumericAxis("Loss", 0, 1, 0.2);
    xAxis.setAutoRanging(false);
    yAxis.setAutoRanging(false);
    io.fair_acc.chartfx.XYChart chart = new io.fair_acc.chartfx.XYChart(xAxis, yAxis);
    chart.setLegendVisible(false);
    chart.setTitle("Loss");
    ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
    renderer.setDrawMarker(false);
    renderer.setPointReduction(reducePoints);
    renderer.setErrorStyle(ErrorStyle.NONE);
    chart.getRenderers().setAll(renderer);
    DoubleDataSet[] sets = new DoubleDataSet[CURVES];
    for (int i = 0; i < CURVES; i++) {
      sets[i] = new DoubleDataSet("curve " + i);
      renderer.getDatasets().add(sets[i]);
    }
    return new Candidate(
        reducePoints ? "chartfx, reducing points" : "chartfx, all points",
        chart,
        (x, y) -> {
          for (int i = 0; i < CURVES; i++) {
            sets[i].set(x[i], y[i]);
          }
        });
  }

  private static Candidate hansolo() {
    List<XYSeries<XYChartItem>> series = new ArrayList<>();
    for (int i = 0; i < CURVES; i++) {
      XYSeries<XYChartItem> each =
          new XYSeries<>(
              List.of(new XYChartItem(0.1, 0.5)),
              ChartType.LINE,
              "curve " + i,
              Color.TRANSPARENT,
              Color.BLUE,
              false);
      each.setSymbolsVisible(false);
      series.add(each);
    }
    XYPane<XYChartItem> pane = new XYPane<>(series);
    pane.setLowerBoundX(0);
    pane.setUpperBoundX(EPOCHS);
    pane.setLowerBoundY(0);
    pane.setUpperBoundY(1);
    var xAxis =
        new eu.hansolo.fx.charts.Axis(
            0,
            EPOCHS,
            Orientation.HORIZONTAL,
            eu.hansolo.fx.charts.AxisType.LINEAR,
            eu.hansolo.fx.charts.Position.BOTTOM);
    var yAxis =
        new eu.hansolo.fx.charts.Axis(
            0,
            1,
            Orientation.VERTICAL,
            eu.hansolo.fx.charts.AxisType.LINEAR,
            eu.hansolo.fx.charts.Position.LEFT);
    xAxis.setPrefHeight(25);
    yAxis.setPrefWidth(40);
    AnchorPane.setBottomAnchor(xAxis, 0.0);
    AnchorPane.setLeftAnchor(xAxis, 40.0);
    AnchorPane.setRightAnchor(xAxis, 0.0);
    AnchorPane.setTopAnchor(yAxis, 0.0);
    AnchorPane.setBottomAnchor(yAxis, 25.0);
    AnchorPane.setLeftAnchor(yAxis, 0.0);
    var chart = new eu.hansolo.fx.charts.XYChart<>(pane, xAxis, yAxis);
    return new Candidate(
        "hansolo charts",
        chart,
        (x, y) -> {
          for (int i = 0; i < CURVES; i++) {
            List<XYChartItem> points = new ArrayList<>();
            for (int k = 0; k < x[i].length; k++) {
              points.add(new XYChartItem(x[i][k], y[i][k]));
            }
            series.get(i).setItems(points);
          }
          chart.refresh();
        });
  }

  private static double[] epochs(int points) {
    double[] epochs = new double[points];
    for (int i = 0; i < points; i++) {
      epochs[i] = (double) EPOCHS * (i + 1) / POINTS;
    }
    return epochs;
  }

  /** A noisy exponential decay, which differs by curve and round. */
  private static double[] losses(int curve, int points, int round) {
    Random random = new Random(curve + 31L * round);
    double[] losses = new double[points];
    for (int i = 0; i < points; i++) {
      losses[i] = 0.03 + 0.9 * Math.exp(-i / 60.0) + 0.02 * random.nextDouble() + 0.01 * curve;
    }
    return losses;
  }

  private static int nodes(Node node) {
    int count = 1;
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        count += nodes(child);
      }
    }
    return count;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
