package postern.web.command;

import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import postern.delivery.DnsRecords;

/** Prints the DNS records that mail needs, ready to paste into a zone file. */
final class DnsCommand implements Command {
  @Override
  public String name() {
    return "dns";
  }

  @Override
  public String summary() {
    return "print the DNS records that mail needs";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--mail-host")
        .metavar("HOST")
        .help("the host that takes mail for the domain; the site's own when not given");
  }

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    var dns = MailDns.of(Installation.configuration(terminal.config()));
    var records = dns.records(typed.getString("mail_host"));
    var out = terminal.out();
    out.println(
        "; Who takes mail, who sends it, and how it is signed. Check the SPF line: it names");
    out.println("; the relay host of the settings, or this domain's mail host.");
    records.all().stream().map(DnsRecords.Entry::line).forEach(out::println);
    out.println();
    out.println(
        "; MTA-STS: https://mta-sts." + dns.settings().domain() + "/.well-known/mta-sts.txt");
    out.println("; must answer with these lines:");
    records.policy().lines().map(line -> ";   " + line).forEach(out::println);
    return Exit.DONE;
  }
}
