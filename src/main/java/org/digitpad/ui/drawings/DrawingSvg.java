package org.digitpad.ui.drawings;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.BadInputException;
import org.digitpad.ui.pad.InkCurve;

/**
 * Drawings as SVG files: each stroke is a path, the curve that the canvas shows, in canvas units.
 * The points themselves are in the metadata, as a line of a strokes file, so that DigitPad can open
 * the drawing again.
 */
final class DrawingSvg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /** Element and id of the points. */
  private static final String METADATA = "metadata";

  private static final String STROKES = "digitpad-strokes";

  private static final String INK = "#1f1f1f";
  private static final String PAPER = "#fff";

  private DrawingSvg() {}

  /** Returns a content as SVG, in UTF-8. */
  static String write(CanvasContent content) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter svg = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      write(content, svg);
      svg.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return text.toString();
  }

  private static void write(CanvasContent content, XMLStreamWriter svg)
      throws XMLStreamException, IOException {
    String side = number(CanvasContent.SIZE);
    svg.writeStartDocument("UTF-8", "1.0");
    svg.writeCharacters("\n");
    svg.writeStartElement("svg");
    svg.writeDefaultNamespace(NAMESPACE);
    attribute("width", side, svg);
    attribute("height", side, svg);
    attribute("viewBox", String.join(" ", "0", "0", side, side), svg);
    svg.writeStartElement(METADATA);
    attribute("id", STROKES, svg);
    byte[] strokes = StrokesFile.toLine(new LabeledDrawing(null, null, content.drawing()));
    svg.writeCharacters(new String(strokes, StandardCharsets.UTF_8));
    svg.writeEndElement();
    rectangle(0, 0, CanvasContent.SIZE, PAPER, 1, svg);
    writeBackground(content, svg);
    svg.writeStartElement("g");
    attribute("fill", "none", svg);
    attribute("stroke", INK, svg);
    attribute("stroke-linecap", "round", svg);
    attribute("stroke-linejoin", "round", svg);
    for (Stroke stroke : content.drawing().strokes()) {
      writeStroke(stroke, svg);
    }
    svg.writeEndElement();
    svg.writeEndElement();
    svg.writeEndDocument();
  }

  private static void writeBackground(CanvasContent content, XMLStreamWriter svg)
      throws XMLStreamException {
    double size = CanvasContent.SIZE / DigitImage.SIDE;
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        float ink = content.background().at(row, column);
        if (ink > 0) {
          rectangle(column * size, row * size, size, INK, ink, svg);
        }
      }
    }
  }

  private static void rectangle(
      double x, double y, double side, String color, double opacity, XMLStreamWriter svg)
      throws XMLStreamException {
    svg.writeEmptyElement("rect");
    attribute("x", number(x), svg);
    attribute("y", number(y), svg);
    attribute("width", number(side), svg);
    attribute("height", number(side), svg);
    attribute("fill", color, svg);
    attribute("fill-opacity", number(opacity), svg);
  }

  private static void writeStroke(Stroke stroke, XMLStreamWriter svg) throws XMLStreamException {
    List<InkPoint> points = stroke.points();
    if (points.isEmpty()) {
      return;
    }
    StringBuilder path = new StringBuilder("M");
    append(points.get(0).x(), points.get(0).y(), path);
    InkCurve.draw(points, 0, points.size() - 1, (x, y) -> append(x, y, path.append('L')));
    svg.writeEmptyElement("path");
    attribute("stroke-width", number(stroke.penWidth()), svg);
    attribute("d", path.toString(), svg);
  }

  private static void append(double x, double y, StringBuilder path) {
    path.append(number(x)).append(' ').append(number(y));
  }

  private static void attribute(String name, String value, XMLStreamWriter svg)
      throws XMLStreamException {
    svg.writeAttribute(name, value);
  }

  /** A hundredth of a canvas unit is far below what a printer resolves. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  /**
   * Returns the drawing of a file that {@link #write} has written.
   *
   * @param file its name in error messages
   * @throws BadInputException if another program has written it, or it is damaged
   */
  static Drawing parse(String svg, Path file) {
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      // neither other files nor expanding entities
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(svg));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT
            && reader.getLocalName().equals(METADATA)
            && STROKES.equals(reader.getAttributeValue(null, "id"))) {
          byte[] line = reader.getElementText().getBytes(StandardCharsets.UTF_8);
          return StrokesFile.parse(line, file).get(0).drawing();
        }
      }
    } catch (XMLStreamException noXml) {
      throw new BadInputException(Messages.get("ui.drawings.foreignSvg", file), noXml);
    }
    throw new BadInputException(Messages.get("ui.drawings.foreignSvg", file));
  }
}
