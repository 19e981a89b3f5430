/**
 * The pages of threads and posts: reading, answering, starting, editing, and the versions of a
 * post. Their records say what may be done as links and flags that the resource decided; a template
 * asks nobody. What stands in a post reaches the page only as sanitised HTML.
 */
package postern.web.threads;
