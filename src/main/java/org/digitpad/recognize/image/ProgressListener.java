package org.digitpad.recognize.image;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Passes the progress of one of ImageIO's readers on. */
final class ProgressListener implements IIOReadProgressListener {
  private static final float PERCENT = 100;

  private final DecodingMonitor monitor;

  ProgressListener(DecodingMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    monitor.progress(Math.max(0, Math.min(1, percentageDone / PERCENT)));
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}
}
