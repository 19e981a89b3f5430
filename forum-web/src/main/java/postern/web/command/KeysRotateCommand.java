package postern.web.command;

import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import postern.delivery.DnsRecords.Entry;
import postern.delivery.SigningKeys;

/** Takes the next step in changing the keys that sign mail; the service goes on meanwhile. */
final class KeysRotateCommand implements Command {
  @Override
  public String name() {
    return "keys rotate";
  }

  @Override
  public String summary() {
    return "change the keys that sign mail, one step at a time";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--dkim")
        .action(Arguments.storeTrue())
        .required(true)
        .help("the keys of DKIM; run it again after each step that it asks for");
    parser
        .addArgument("--unchecked")
        .action(Arguments.storeTrue())
        .help("use the next key without asking DNS for its record");
  }

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    var dns = MailDns.of(Installation.configuration(terminal.config()));
    boolean unchecked = typed.getBoolean("unchecked");
    var steps = dns.keys().rotate(key -> unchecked || dns.published(key));
    boolean waits = false;
    for (var step : steps) {
      terminal.out().println(words(step, dns.settings().domain()));
      waits |= step.done() == SigningKeys.Step.Done.NOT_PUBLISHED;
    }
    return waits ? Exit.FAILED : Exit.DONE;
  }

  private static String words(SigningKeys.Step step, String domain) {
    var selector = step.key().key().selector();
    var line =
        new Entry(step.key().key().place() + "." + domain, "TXT", step.key().record()).line();
    return switch (step.done()) {
      case MADE ->
          "The key "
              + selector
              + " is made. Publish its record, and run this again when DNS has it:\n\n"
              + line
              + "\n";
      case NOT_PUBLISHED ->
          "DNS does not give the record of " + selector + " yet, so it does not sign:\n\n" + line;
      case STARTED_SIGNING -> "Mail is signed with " + selector + " from now on.";
      case RETIRED ->
          selector
              + " signs no more. Leave its record for "
              + SigningKeys.PUBLISHED_AFTER.toDays()
              + " days, then run this again.";
      case WITHDRAWN -> selector + " is withdrawn. Put this in the place of its record:\n\n" + line;
      case FORGOTTEN -> selector + " is forgotten. Its record can go.";
    };
  }
}
