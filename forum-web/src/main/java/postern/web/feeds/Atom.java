package postern.web.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom (RFC 4287). */
final class Atom {
  static final String TYPE = "application/atom+xml;charset=utf-8";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final String origin;
  private final XMLStreamWriter xml;

  private Atom(String origin, XMLStreamWriter xml) {
    this.origin = origin;
    this.xml = xml;
  }

  /**
   * @param open true when anybody may read the feed at its own address, so that it names it
   */
  static byte[] write(String origin, Feed feed, boolean open) {
    var out = new ByteArrayOutputStream(32_768);
    try {
      var xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new Atom(origin, xml).feed(feed, open);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a feed could not be written", impossible);
    }
    return out.toByteArray();
  }

  private void feed(Feed feed, boolean open) throws XMLStreamException {
    xml.writeStartDocument("utf-8", "1.0");
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "feed");
    xml.writeDefaultNamespace(NAMESPACE);
    text("id", origin + feed.path());
    text("title", feed.title());
    text("updated", time(feed.updated()));
    if (open) {
      link("self", feed.path());
    }
    link("alternate", feed.page());
    for (var entry : feed.entries()) {
      entry(entry);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(Feed.Entry entry) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, "entry");
    text("id", origin + entry.path());
    text("title", entry.title());
    text("published", time(entry.published()));
    text("updated", time(entry.updated()));
    link("alternate", entry.path());
    xml.writeStartElement(NAMESPACE, "author");
    text("name", entry.author());
    if (!entry.profile().isEmpty()) {
      text("uri", origin + entry.profile());
    }
    xml.writeEndElement();
    xml.writeStartElement(NAMESPACE, "content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(written(absolute(entry.html())));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  // In sanitised HTML a quote in text is escaped, so this is always the start of a link of ours.
  private String absolute(String html) {
    return html.replace("href=\"/", "href=\"" + origin + "/")
        .replace("src=\"/", "src=\"" + origin + "/");
  }

  private void link(String rel, String path) throws XMLStreamException {
    xml.writeEmptyElement(NAMESPACE, "link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", origin + path);
  }

  private void text(String name, String text) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, name);
    xml.writeCharacters(written(text));
    xml.writeEndElement();
  }

  private static String time(java.time.Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  // What XML 1.0 has no place for (section 2.2) would break the whole feed.
  private static String written(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                c == 0x9
                    || c == 0xA
                    || c == 0xD
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
