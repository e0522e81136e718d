package org.muscat.diplomacy.sanctions;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/**
 * The list as XML: {@code sdnList} with {@code publshInformation} (so spelt by OFAC) and {@code
 * sdnEntry} after {@code sdnEntry}, whatever the namespace, which has changed over the years. Read
 * as a stream, without document types and outside entities. A list with fewer entries than it
 * announces is refused.
 */
final class SdnXml {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

  private final SdnListReader list;
  private final XMLStreamReader xml;
  private long announced = -1;

  private SdnXml(SdnListReader list, XMLStreamReader xml) {
    this.list = list;
    this.xml = xml;
  }

  /** Whether the content begins as a document of XML, or of HTML. */
  static boolean isXml(byte[] content) {
    for (byte each : content) {
      if (each == '<') {
        return true;
      }
      // Before it may stand a byte order mark.
      if (each >= 0 && !Character.isWhitespace(each)) {
        return false;
      }
    }
    return false;
  }

  static void read(byte[] content, SdnListReader list) throws FeedException, InterruptedException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(text(content));
      try {
        new SdnXml(list, xml).document();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new FeedException(
          Reason.BAD_DATA, list.where() + " is no whole XML: " + firstLine(e), e);
    }
  }

  /**
   * UTF-8 without any leniency, from the first bracket on, as a byte order mark may stand before
   * it. Decoded here, because the parser of the JDK prints what it thinks of bad bytes.
   */
  private static Reader text(byte[] content) {
    int from = 0;
    while (content[from] != '<') {
      from++;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(
        new ByteArrayInputStream(content, from, content.length - from), decoder);
  }

  private void document() throws XMLStreamException, FeedException, InterruptedException {
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.DTD) {
        throw list.failure(Reason.BAD_DATA, "a document type, as no list has; it is a web page");
      }
    }
    if (!xml.getLocalName().equals("sdnList")) {
      throw list.failure(
          Reason.SOURCE_CHANGED, "the root <" + xml.getLocalName() + ">, not <sdnList>");
    }
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "publshInformation" -> information();
        case "sdnEntry" -> entry();
        default -> skip();
      }
    }
    while (xml.hasNext()) {
      xml.next(); // what follows has to be sound, too
    }
    if (list.entries() < announced || announced < 0) {
      throw list.failure(
          Reason.SOURCE_CHANGED,
          announced < 0
              ? "no <Publish_Date> and <Record_Count>"
              : "%d entries and announces %d".formatted(list.entries(), announced));
    }
  }

  private void information() throws XMLStreamException, FeedException {
    boolean dated = false;
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "Publish_Date" -> {
          list.publishedOn(day(xml.getElementText().strip()));
          dated = true;
        }
        case "Record_Count" -> announced = count(xml.getElementText().strip());
        default -> skip();
      }
    }
    if (!dated) {
      throw list.failure(Reason.SOURCE_CHANGED, "no <Publish_Date>");
    }
  }

  private LocalDate day(String text) throws FeedException {
    try {
      return LocalDate.parse(text, DAY);
    } catch (DateTimeException e) {
      throw list.failure(
          Reason.SOURCE_CHANGED, "the Publish_Date '" + text + "', not as in 06/20/2025");
    }
  }

  private long count(String text) throws FeedException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw list.failure(Reason.SOURCE_CHANGED, "the Record_Count '" + text + "', no number");
    }
  }

  private void entry() throws XMLStreamException, FeedException, InterruptedException {
    long line = xml.getLocation().getLineNumber();
    String uid = "";
    String first = "";
    String last = "";
    String kind = "";
    List<String> programmes = new ArrayList<>();
    List<String> mayHoldImo = new ArrayList<>();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "uid" -> uid = xml.getElementText().strip();
        case "firstName" -> first = xml.getElementText().strip();
        case "lastName" -> last = xml.getElementText().strip();
        case "sdnType" -> kind = xml.getElementText();
        case "programList" -> texts("program", programmes);
        case "remarks" -> mayHoldImo.add(xml.getElementText());
        case "idList" -> identifiers(mayHoldImo);
        default -> skip();
      }
    }
    String number = uid;
    String name = first.isEmpty() ? last : last + ", " + first;
    String type = kind;
    list.add(line, () -> SdnEntry.read(number, name, type, programmes, mayHoldImo));
  }

  private void identifiers(List<String> into) throws XMLStreamException {
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      texts("idNumber", into);
    }
  }

  /** The texts of the children of this name. */
  private void texts(String name, List<String> into) throws XMLStreamException {
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      if (xml.getLocalName().equals(name)) {
        into.add(xml.getElementText().strip());
      } else {
        skip();
      }
    }
  }

  private void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static String firstLine(XMLStreamException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
