package org.digitpad.recognize.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes images, also ones that no encoder would make. */
public final class ImageFiles {
  public static final byte[] PNG_SIGNATURE = bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');

  private ImageFiles() {}

  /** An image in a format that ImageIO writes: png, jpg, gif, bmp, tif or wbmp. */
  public static byte[] encode(BufferedImage picture, String format) {
    return encode(picture, format, ImageWriteParam.MODE_DISABLED);
  }

  public static byte[] progressiveJpeg(BufferedImage picture) {
    return encode(picture, "jpg", ImageWriteParam.MODE_DEFAULT);
  }

  public static byte[] interlacedPng(BufferedImage picture) {
    return encode(picture, "png", ImageWriteParam.MODE_DEFAULT);
  }

  private static byte[] encode(BufferedImage picture, String format, int progressiveMode) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (parameters.canWriteProgressive()) {
      parameters.setProgressiveMode(progressiveMode);
    }
    // not ImageIO.createImageOutputStream, which leaves a temporary file
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Number of bytes that the pixels of a PNG have before they are compressed. */
  public static long pixelBytes(
      int width, int height, int bits, int colorType, boolean interlaced) {
    int channels = colorType == 6 ? 4 : colorType == 2 ? 3 : 1;
    if (!interlaced) {
      return height * (1 + ((long) width * channels * bits + 7) / 8);
    }
    int[][] passes = {
      {0, 0, 8, 8},
      {4, 0, 8, 8},
      {0, 4, 4, 8},
      {2, 0, 4, 4},
      {0, 2, 2, 4},
      {1, 0, 2, 2},
      {0, 1, 1, 2}
    };
    long sum = 0;
    for (int[] pass : passes) {
      int columns = Math.max(0, (width - pass[0] + pass[2] - 1) / pass[2]);
      int rows = Math.max(0, (height - pass[1] + pass[3] - 1) / pass[3]);
      sum += columns == 0 ? 0 : pixelBytes(columns, rows, bits, colorType, false);
    }
    return sum;
  }

  public static byte[] pngHeader(
      int width, int height, int bits, int colorType, boolean interlaced) {
    byte[] data =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(bytes(bits, colorType, 0, 0, interlaced ? 1 : 0))
            .array();
    return pngChunk("IHDR", data);
  }

  public static byte[] pngChunk(String type, byte... data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  /** Zero bytes in the format of zlib, a thousandth of their length. */
  public static byte[] deflatedZeros(long count) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
      byte[] zeros = new byte[1 << 16];
      for (long left = count; left > 0; left -= zeros.length) {
        out.write(zeros, 0, (int) Math.min(left, zeros.length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** Repeats the last scan of a JPEG. */
  public static byte[] withRepeatedScan(byte[] jpeg, int times) {
    int scan = lastIndexOf(jpeg, 0xff, 0xda);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, jpeg.length - 2);
    for (int i = 0; i < times; i++) {
      bytes.write(jpeg, scan, jpeg.length - 2 - scan);
    }
    bytes.write(jpeg, jpeg.length - 2, 2);
    return bytes.toByteArray();
  }

  /** Inserts a segment behind the start of a JPEG. */
  public static byte[] withSegment(byte[] jpeg, int marker, byte... data) {
    ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + 4 + data.length);
    bytes.put(jpeg, 0, 2);
    bytes.put(bytes(0xff, marker)).putShort((short) (2 + data.length)).put(data);
    return bytes.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** The data of a segment of Exif, in the order of Motorola, that tells only an orientation. */
  public static byte[] exif(int orientation) {
    return ByteBuffer.allocate(32)
        .put(bytes('E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1))
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }

  /** A baseline or progressive JPEG with another size in its frame header. */
  public static byte[] withSize(byte[] jpeg, int width, int height) {
    byte[] bytes = jpeg.clone();
    int frame = Math.max(indexOf(bytes, 0xff, 0xc0), indexOf(bytes, 0xff, 0xc2));
    ByteBuffer.wrap(bytes).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
    return bytes;
  }

  /** Where two bytes are for the first time, or -1. */
  static int indexOf(byte[] bytes, int first, int second) {
    for (int i = 0; i < bytes.length - 1; i++) {
      if (bytes[i] == (byte) first && bytes[i + 1] == (byte) second) {
        return i;
      }
    }
    return -1;
  }

  private static int lastIndexOf(byte[] bytes, int first, int second) {
    for (int i = bytes.length - 2; i >= 0; i--) {
      if (bytes[i] == (byte) first && bytes[i + 1] == (byte) second) {
        return i;
      }
    }
    return -1;
  }

  /** A BMP header of 54 bytes with a palette of two colors, and then the data. */
  public static byte[] bmp(
      int width, int height, int bits, int compression, int imageBytes, byte... data) {
    int palette = bits <= 8 ? 8 : 0;
    ByteBuffer bytes =
        ByteBuffer.allocate(54 + palette + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(bytes('B', 'M')).putInt(bytes.capacity()).putInt(0).putInt(54 + palette);
    bytes.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
    bytes.putInt(compression).putInt(imageBytes).putInt(0).putInt(0).putInt(0).putInt(0);
    if (palette > 0) {
      bytes.putInt(0).putInt(0xffffff);
    }
    return bytes.put(data).array();
  }

  public static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  public static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
