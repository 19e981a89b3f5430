/**
 * The whole application as people meet it, started once for all tests of a run: its addresses with
 * who may ask for them, and its pages in a real browser. Mail stays in the sandbox.
 */
package postern.web.running;
