package org.digitpad.nn.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** Builds an ONNX graph of operators and constants, which refer to each other by name. */
final class OnnxGraphBuilder {
  /** Name of the batch axis, whose length is not fixed. */
  private static final String BATCH = "N";

  private final GraphProto.Builder graph = GraphProto.newBuilder();

  /** Declares an input of the graph: a batch of float tensors. */
  void input(String name, int... lengths) {
    graph.addInput(batch(name, lengths));
  }

  /** Declares an output of the graph: a batch of float tensors. */
  void output(String name, int... lengths) {
    graph.addOutput(batch(name, lengths));
  }

  private static ValueInfoProto batch(String name, int... lengths) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam(BATCH);
    for (int length : lengths) {
      shape.addDimBuilder().setDimValue(length);
    }
    TypeProto.Tensor.Builder type =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  /** Adds a constant; returns its name. */
  String constant(String name, float[] values, int... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return constant(name, TensorProto.DataType.FLOAT_VALUE, bytes, shape);
  }

  /** Adds a vector of integers; returns its name. */
  String constant(String name, long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return constant(name, TensorProto.DataType.INT64_VALUE, bytes, values.length);
  }

  private String constant(String name, int type, ByteBuffer bytes, int... shape) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type)
            .addAllDims(Arrays.stream(shape).mapToObj(Long::valueOf).toList())
            .setRawData(ByteString.copyFrom(bytes)));
    return name;
  }

  /**
   * Adds an operator with one output, which has the operator's name.
   *
   * @return the name of the output
   */
  String node(String operator, String name, List<String> inputs, AttributeProto... attributes) {
    node(operator, name, inputs, List.of(name), attributes);
    return name;
  }

  /**
   * Adds an operator.
   *
   * @param outputs names of its outputs; empty for an output that is not used
   */
  void node(
      String operator,
      String name,
      List<String> inputs,
      List<String> outputs,
      AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(name)
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(List.of(attributes)));
  }

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto list(String name, float... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOATS);
    for (float value : values) {
      attribute.addFloats(value);
    }
    return attribute.build();
  }

  static AttributeProto list(String name, int... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (int value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  static AttributeProto list(String name, List<String> values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRINGS);
    values.forEach(value -> attribute.addStrings(ByteString.copyFromUtf8(value)));
    return attribute.build();
  }

  GraphProto build(String name) {
    return graph.setName(name).build();
  }
}
