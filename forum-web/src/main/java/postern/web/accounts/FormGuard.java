package postern.web.accounts;

import postern.accounts.SignUpForms;

/**
 * What a form carries that shows that a person sends it: {@code form} (its seal), {@code proof}
 * (what the script found, or nothing), and a field that nobody sees and nobody fills.
 *
 * @param proof the number that was found for this seal, where the form comes back
 * @param bits how hard the proof is
 * @param quickest milliseconds after which the form may be sent with a proof
 * @param delay seconds after which it may be sent without one
 */
public record FormGuard(String seal, String proof, int bits, long quickest, long delay) {
  /** The field that only programs fill. */
  static final String TRAP = "homepage";

  static FormGuard of(SignUpForms.Form form) {
    return new FormGuard(
        form.seal(),
        "",
        form.proofBits(),
        form.quickest().toMillis(),
        (form.unproved().toMillis() + 999) / 1000);
  }

  FormGuard with(String found) {
    return new FormGuard(seal, found.matches("[0-9]{1,16}") ? found : "", bits, quickest, delay);
  }
}
