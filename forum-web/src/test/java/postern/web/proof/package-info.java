/**
 * The proof that no address leaks: a script drives everything that exists, a recorder keeps all
 * bytes that each person, the log and the metrics receive, and canary forms look for every address
 * in them. A finding names the person, the request, the form and the place, never the address. It
 * keeps the policy's clause that an address is seen by nobody unless its owner chose so.
 */
package postern.web.proof;
