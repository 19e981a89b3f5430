/**
 * Measures the application against itself. It is built and run by bin/bench alone, and no part of
 * it is in the application.
 */
package postern.bench;
