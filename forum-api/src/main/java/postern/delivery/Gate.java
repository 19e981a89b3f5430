package postern.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.mime4j.MimeException;
import postern.delivery.GateVerdict.Form;
import postern.delivery.GateVerdict.Place;
import postern.kernel.EmailAddress;

/**
 * The last look at every mail that leaves. It reads the finished bytes as a stranger would and
 * looks for each hidden address in every header, part, file name and packed file, in plain, encoded
 * and hashed forms. It shares no code with the composer. It never looks for the reader's own
 * address, so no sender can use it to test a guess.
 */
public final class Gate {
  private static final int MAX_PLACES = 20;

  private final List<AddressForms> hidden;
  private final Allowance allowed;
  private final Set<Place> places = new LinkedHashSet<>();

  private Gate(Set<EmailAddress> hidden, Allowance allowed) {
    this.hidden = hidden.stream().map(AddressForms::of).toList();
    this.allowed = allowed;
  }

  /**
   * @param finished the mail with its To header, as it would be signed and sent
   * @param hidden all addresses, ever confirmed, of everybody who had a part in it
   */
  public static GateVerdict inspect(byte[] finished, Set<EmailAddress> hidden, Allowance allowed) {
    var gate = new Gate(hidden, allowed);
    try {
      if (!hidden.isEmpty()) {
        Stranger.read(finished).forEach(gate::look);
      }
    } catch (IOException | MimeException | RuntimeException unreadable) {
      // What we cannot read we do not send: a library's surprise must not become a leak.
      return new GateVerdict.Stopped(List.of(new Place("the whole mail", Form.UNREADABLE)));
    }
    return gate.places.isEmpty()
        ? new GateVerdict.Passed()
        : new GateVerdict.Stopped(gate.places.stream().limit(MAX_PLACES).toList());
  }

  private void look(Stranger.Piece piece) {
    var forms = piece.attached() ? withoutElected() : hidden;
    look(piece.where(), piece.attached() ? piece.text() : allowedOut(piece.text()), forms);
    if (piece.bytes().length > 0) {
      lookWithin(piece.where(), piece.bytes(), forms);
      for (var unpacked : Unpacker.unpack(piece.bytes())) {
        look(piece.where() + " (packed)", narrow(unpacked), forms);
        lookWithin(piece.where() + " (packed)", unpacked, forms);
      }
    }
  }

  // Bytes with a zero among them are no text, or are UTF-16 that nobody labelled.
  private void lookWithin(String where, byte[] bytes, List<AddressForms> forms) {
    boolean text = true;
    for (int i = 0; i < bytes.length && text; i++) {
      text = bytes[i] != 0;
    }
    if (text) {
      return;
    }
    var lower = Readings.lower(narrow(bytes));
    if (forms.stream().anyMatch(form -> form.standsWithin(lower))) {
      places.add(new Place(where, Form.PLAIN));
    }
    look(where, narrow(bytes), forms);
  }

  private void look(String where, String text, List<AddressForms> forms) {
    if (forms.isEmpty()) {
      return;
    }
    var lower = Readings.lower(text);
    for (var form : forms) {
      if (form.isHashedIn(text, lower)) {
        places.add(new Place(where, Form.HASHED));
      }
      if (form.standsBackwardsIn(lower)) {
        places.add(new Place(where, Form.REVERSED));
      }
    }
    for (var reading : readings(text, forms).entrySet()) {
      if (forms.stream().anyMatch(form -> form.standsIn(reading.getValue()))) {
        places.add(new Place(where, reading.getKey()));
        return;
      }
    }
  }

  private static Map<Form, String> readings(String text, List<AddressForms> forms) {
    return Readings.of(text, lower -> forms.stream().anyMatch(form -> form.mayStandIn(lower)));
  }

  private String allowedOut(String all) {
    var text = withoutOthers(all);
    var page = elected().map(form -> form.withoutElectedLine(text)).orElse(text);
    for (var written : allowed.readerWrote()) {
      // Only a line with the whole address in it: to take out less could hide a find.
      for (var line : written.lines().map(String::strip).filter(this::holdsHidden).toList()) {
        page = page.replace(line, " ").replace(escaped(line), " ");
      }
    }
    return page;
  }

  // Whole lines alone, exactly as they were handed over.
  private String withoutOthers(String text) {
    return allowed.othersWrote().isEmpty()
        ? text
        : text.lines()
            .filter(line -> !allowed.othersWrote().contains(line.strip()))
            .collect(Collectors.joining("\n"));
  }

  private boolean holdsHidden(String line) {
    var lower = Readings.lower(line);
    return hidden.stream().anyMatch(form -> form.standsIn(lower));
  }

  private Optional<AddressForms> elected() {
    return allowed.elected().map(AddressForms::of);
  }

  private List<AddressForms> withoutElected() {
    return hidden.stream().filter(form -> allowed.elected().filter(form::isOf).isEmpty()).toList();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String narrow(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
  }
}
