package org.digitpad.ink;

/**
 * The way of a drawing to its image.
 *
 * @param drawing the strokes as they were drawn
 * @param path the strokes fitted into 20×20 pixels, around (0, 0)
 * @param fitted the path with its bounding box in the middle of the image
 * @param shift by how many pixels it was then moved right (x) and down (y), so that its center of
 *     mass is where MNIST's are
 * @param image the result
 */
public record RenderingSteps(
    Drawing drawing, FittedPath path, DigitImage fitted, InkPoint shift, DigitImage image) {}
