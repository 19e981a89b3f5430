/**
 * The mail that would have left, for who tries the software on their own machine. It shows what
 * every recipient would see, so it exists on loopback alone, where the service has checked that
 * before it started.
 */
package postern.web.sandbox;
