/**
 * What every page of the site stands on: the page records, the writer that turns one and its
 * template into HTML, the assets, and the headers of every answer. It never decides who may see or
 * do something, that is the rooms'; and no text reaches a page unescaped unless it is {@link
 * postern.threads.SafeHtml}. It keeps the policy's clause that nothing is fetched from another
 * host.
 */
package postern.web;
