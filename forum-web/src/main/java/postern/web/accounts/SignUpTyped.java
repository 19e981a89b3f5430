package postern.web.accounts;

import java.util.List;
import java.util.Optional;
import postern.accounts.SignUpForms;
import postern.web.Field;
import postern.web.Inputs;

/** What was sent, perhaps by way of a page that kept it. */
record SignUpTyped(Field username, Field address, String password, Optional<FormGuard> guard) {
  static SignUpTyped of(Inputs inputs, SignUpForms forms) {
    var form = inputs.text("form");
    var guard =
        forms.guarded()
            ? Optional.of(FormGuard.of(forms.again(form)).with(inputs.text("proof")))
            : Optional.<FormGuard>empty();
    var kept =
        forms
            .kept(form, inputs.text("kept"))
            .filter(values -> values.size() == 3)
            .orElseGet(
                () ->
                    List.of(
                        inputs.text("username"), inputs.text("address"), inputs.text("password")));
    return new SignUpTyped(
        Field.of("username", kept.get(0)), Field.of("address", kept.get(1)), kept.get(2), guard);
  }

  /** Prints nothing of what was typed. */
  @Override
  public String toString() {
    return "Typed[hidden]";
  }
}
