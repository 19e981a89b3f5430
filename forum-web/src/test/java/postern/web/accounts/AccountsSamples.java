package postern.web.accounts;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import postern.web.Choice;
import postern.web.ConfirmPage;
import postern.web.Field;
import postern.web.Frame;
import postern.web.Link;
import postern.web.MessagePage;
import postern.web.PageModel;
import postern.web.Samples;
import postern.web.Section;

/** The pages of this room with made-up content. */
public final class AccountsSamples {
  private AccountsSamples() {}

  public static Map<String, PageModel> all() {
    return Map.ofEntries(
        Map.entry(
            "age",
            new AgePage(frame("Sign up"), months(0), Field.empty("birth_year"), Optional.empty())),
        Map.entry(
            "age-wrong",
            new AgePage(
                frame("Sign up"),
                months(5),
                Field.of("birth_year", "19"),
                Optional.of("Write the year with four digits."))),
        Map.entry("sign-up", signUp()),
        Map.entry("sign-up-wrong", signUpWrong()),
        Map.entry(
            "mailbox", new LookInMailboxPage(frame("Look into your mailbox"), false, "2 days")),
        Map.entry(
            "mailbox-password",
            new LookInMailboxPage(frame("Look into your mailbox"), true, "1 hour")),
        Map.entry(
            "sign-in",
            new SignInPage(
                frame("Sign in"), Field.empty("login"), Optional.of("/letters"), Optional.empty())),
        Map.entry(
            "sign-in-wrong",
            new SignInPage(
                frame("Sign in"),
                Field.of("login", "ada"),
                Optional.empty(),
                Optional.of(
                    "Name and password do not belong together. Try again, or ask for a new"
                        + " password."))),
        Map.entry(
            "forgotten", new ForgottenPage(frame("Forgotten password"), Field.empty("address"))),
        Map.entry(
            "new-password",
            new NewPasswordPage(
                frame("New password"),
                "/new-password/x",
                Field.empty("password")
                    .refused(
                        "Many people use this password, so it would be tried first. Choose"
                            + " another."))),
        Map.entry("sign-up-later", later()),
        Map.entry("verify", verify()),
        Map.entry("undo", undo()),
        Map.entry("link-over", over()));
  }

  private static SignUpPage signUp() {
    return new SignUpPage(
        frame("Sign up"),
        "x",
        Field.empty("username"),
        Field.empty("address"),
        Field.empty("password"),
        Optional.of(guard()));
  }

  private static FormGuard guard() {
    return new FormGuard("1790000000000-x-y", "", 8, 100, 10);
  }

  private static SendLaterPage later() {
    return new SendLaterPage(frame("One moment more"), "x", 8, "sealed", guard());
  }

  private static SignUpPage signUpWrong() {
    return new SignUpPage(
        frame("Sign up"),
        "x",
        Field.of("username", "ada").refused("This name is taken, or was once. Choose another."),
        Field.of("address", "ada")
            .refused("This is no mail address. It looks like name@host.example."),
        Field.empty("password")
            .refused(
                "A password has at least 10 characters. Three or four random words make a good"
                    + " one."),
        Optional.empty());
  }

  private static ConfirmPage verify() {
    return new ConfirmPage(
        frame("Welcome, ada"),
        List.of(
            "With one click this address is confirmed and your account begins.",
            "Nobody sees the address."),
        "/verify/x",
        "Confirm and begin",
        false,
        Optional.empty());
  }

  private static ConfirmPage undo() {
    return new ConfirmPage(
        frame("Take the change back"),
        List.of(
            "Your account was moved to another address. If that was not you, take it back: the"
                + " account returns to this address, everyone is signed out, and you set a new"
                + " password."),
        "/address/undo/x",
        "Take the change back",
        true,
        Optional.of(new Link("It was me, leave it", "/")));
  }

  private static MessagePage over() {
    return new MessagePage(
        frame("This link is over"),
        List.of(
            "It was used already, or its time has passed. Links hold for a short time so that an"
                + " old mail opens nothing."),
        Optional.of(new Link("Ask for a new one", "/forgotten")));
  }

  private static List<Choice> months(int chosen) {
    return Arrays.stream(Month.values())
        .map(
            month ->
                new Choice(
                    Integer.toString(month.getValue()),
                    month.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    month.getValue() == chosen))
        .toList();
  }

  private static Frame frame(String title) {
    return Samples.guest(title, Section.NONE, "/sign-up");
  }
}
