/**
 * The pages where one goes somewhere: the front page, a board, and the latest threads. Their
 * records hold what is shown, already cut to what the viewer may see; they decide nothing about it.
 */
package postern.web.boards;
