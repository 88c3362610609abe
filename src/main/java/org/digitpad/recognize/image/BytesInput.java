package org.digitpad.recognize.image;

import java.io.InterruptedIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** An image in memory. ImageIO's own streams copy it to memory again, or to a temporary file. */
final class BytesInput extends ImageInputStreamImpl {
  private final byte[] bytes;
  private final int length;

  private final DecodingMonitor monitor;

  /**
   * @param monitor where it is cancelled, reading fails, which ends the decoder
   */
  BytesInput(EncodedImage image, DecodingMonitor monitor) {
    this.monitor = monitor;
    this.bytes = image.bytes();
    this.length = image.length();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < length ? bytes[(int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws InterruptedIOException {
    if (monitor.isCancelled()) {
      throw new InterruptedIOException();
    }
    bitOffset = 0;
    if (count == 0) {
      return 0;
    }
    if (streamPos >= length) {
      return -1;
    }
    int available = (int) Math.min(count, length - streamPos);
    System.arraycopy(bytes, (int) streamPos, target, offset, available);
    streamPos += available;
    return available;
  }
}
