package postern.accounts;

/** What a link in a mail does, once its reader presses the button on the page it leads to. */
enum TokenPurpose {
  VERIFY,
  RESET,
  CONFIRM_ADDRESS,
  UNDO_ADDRESS
}
