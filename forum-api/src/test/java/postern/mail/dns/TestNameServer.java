package postern.mail.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A name server on loopback, over UDP and TCP, that says and does what a test wants. */
public final class TestNameServer implements AutoCloseable {
  private static final int UDP_OCTETS = 512;

  private final ServerSocket tcp;
  private final DatagramSocket udp;
  private final List<Record> records = new CopyOnWriteArrayList<>();
  private final Set<Name> failing = ConcurrentHashMap.newKeySet();
  private final Set<Name> silent = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean out;
  private volatile int life = 300;

  public TestNameServer() {
    try {
      tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    Thread.ofVirtual().start(this::overUdp);
    Thread.ofVirtual().start(this::overTcp);
  }

  public NameServer setting() {
    return new NameServer.At(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort()));
  }

  /** {@code 127.0.0.1:port}, as the setting is spelt. */
  public String address() {
    return "127.0.0.1:" + tcp.getLocalPort();
  }

  /** Lets nobody remember what it says from now on. */
  public TestNameServer forgotten() {
    life = 0;
    return this;
  }

  /** Publishes a TXT record, cut into strings as long ones must be. */
  public TestNameServer text(String name, String text) {
    var parts = new ArrayList<String>();
    for (int at = 0; at < Math.max(1, text.length()); at += 200) {
      parts.add(text.substring(at, Math.min(text.length(), at + 200)));
    }
    records.add(new TXTRecord(name(name), DClass.IN, life, parts));
    return this;
  }

  /**
   * Publishes a record in the spelling of zone files: {@code put("x.test", "MX", "10 a.test.")}.
   */
  public TestNameServer put(String name, String type, String data) {
    try {
      records.add(
          Record.fromString(name(name), Type.value(type), DClass.IN, life, data, Name.root));
      return this;
    } catch (IOException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  public TestNameServer clear(String name) {
    records.removeIf(each -> each.getName().equals(name(name)));
    return this;
  }

  /** Answers SERVFAIL for this name. */
  public TestNameServer fails(String name) {
    failing.add(name(name));
    return this;
  }

  /** Answers nothing for this name. */
  public TestNameServer isSilentAbout(String name) {
    silent.add(name(name));
    return this;
  }

  /** Answers nothing at all, or again. */
  public void goOut(boolean nowOut) {
    out = nowOut;
  }

  /** Every question, as {@code TYPE name} or {@code TYPE name tcp}. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void overUdp() {
    var buffer = new byte[4096];
    while (!udp.isClosed()) {
      try {
        var packet = new DatagramPacket(buffer, buffer.length);
        udp.receive(packet);
        var query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
        var answer = answer(query, "");
        if (answer != null) {
          var wire = answer.toWire(UDP_OCTETS);
          udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
        }
      } catch (IOException closed) {
        // The test is over, or the question was none.
      }
    }
  }

  private void overTcp() {
    while (!tcp.isClosed()) {
      try (var socket = tcp.accept();
          var in = new DataInputStream(socket.getInputStream());
          var out = new DataOutputStream(socket.getOutputStream())) {
        socket.setSoTimeout(5_000);
        var answer = answer(new Message(in.readNBytes(in.readUnsignedShort())), " tcp");
        if (answer != null) {
          var wire = answer.toWire(65_535);
          out.writeShort(wire.length);
          out.write(wire);
          out.flush();
        }
      } catch (IOException closed) {
        // As above.
      }
    }
  }

  private Message answer(Message query, String how) {
    var question = query.getQuestion();
    var name = question.getName();
    asked.add(Type.string(question.getType()) + " " + name.toString(true) + how);
    if (out || silent.contains(name)) {
      return null;
    }
    var answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(question, Section.QUESTION);
    if (failing.contains(name)) {
      answer.getHeader().setRcode(Rcode.SERVFAIL);
      return answer;
    }
    fill(answer, name, question.getType());
    return answer;
  }

  private void fill(Message answer, Name asked, int type) {
    var name = asked;
    var alias = first(name, Type.CNAME);
    if (alias != null && type != Type.CNAME) {
      answer.addRecord(alias, Section.ANSWER);
      name = ((org.xbill.DNS.CNAMERecord) alias).getTarget();
    }
    boolean exists = alias != null;
    for (var each : records) {
      exists |= each.getName().equals(name);
      if (each.getName().equals(name) && each.getType() == type) {
        answer.addRecord(each, Section.ANSWER);
      }
    }
    if (answer.getSection(Section.ANSWER).isEmpty()) {
      answer.getHeader().setRcode(exists ? Rcode.NOERROR : Rcode.NXDOMAIN);
      var root = name("ns.test");
      answer.addRecord(
          new SOARecord(Name.root, DClass.IN, Math.min(60, life), root, root, 1, 60, 60, 60, 60),
          Section.AUTHORITY);
    }
  }

  private Record first(Name name, int type) {
    return records.stream()
        .filter(each -> each.getName().equals(name) && each.getType() == type)
        .findFirst()
        .orElse(null);
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text, Name.root);
    } catch (IOException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  @Override
  public void close() {
    try {
      udp.close();
      tcp.close();
    } catch (IOException alreadyClosed) {
      // Nobody asks any more.
    }
  }
}
