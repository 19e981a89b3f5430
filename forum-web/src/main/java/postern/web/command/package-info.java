/**
 * The command line: what {@code bin/postern} and {@code bin/serve} start. Each command opens the
 * forum's rooms and calls their doors, also while the service runs; none has rules of its own. It
 * prints sentences for operators, and never an address (clause 6).
 */
package postern.web.command;
