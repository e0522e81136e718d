package org.muscat.server.deliver;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.compression.Snappy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A series of a request of remote write, as the library of Protocol Buffers reads it. */
record WrittenSeries(Map<String, String> labels, List<Point> points) {

  /** A value at a moment, in milliseconds since 1970. */
  record Point(long millis, double value) {}

  /** All series of a block of Snappy. */
  static List<WrittenSeries> of(byte[] block) throws IOException {
    ByteBuf message = Unpooled.buffer();
    new Snappy().decode(Unpooled.wrappedBuffer(block), message);
    byte[] bytes = new byte[message.readableBytes()];
    message.readBytes(bytes);
    List<WrittenSeries> all = new ArrayList<>();
    for (ByteString series :
        UnknownFieldSet.parseFrom(bytes).getField(1).getLengthDelimitedList()) {
      UnknownFieldSet fields = UnknownFieldSet.parseFrom(series);
      Map<String, String> labels = new LinkedHashMap<>();
      for (ByteString label : fields.getField(1).getLengthDelimitedList()) {
        UnknownFieldSet pair = UnknownFieldSet.parseFrom(label);
        labels.put(text(pair, 1), text(pair, 2));
      }
      List<Point> points = new ArrayList<>();
      for (ByteString sample : fields.getField(2).getLengthDelimitedList()) {
        UnknownFieldSet pair = UnknownFieldSet.parseFrom(sample);
        points.add(
            new Point(
                pair.getField(2).getVarintList().get(0),
                Double.longBitsToDouble(pair.getField(1).getFixed64List().get(0))));
      }
      all.add(new WrittenSeries(labels, points));
    }
    return all;
  }

  private static String text(UnknownFieldSet fields, int number) {
    return fields.getField(number).getLengthDelimitedList().get(0).toStringUtf8();
  }
}
