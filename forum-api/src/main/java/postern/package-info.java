/**
 * The composition root: it builds the rooms from the bottom up and hands each what it needs.
 *
 * <p>It holds no rule, no condition and no state of its own.
 *
 * <p>Who wants to know which room may know which reads {@link postern.Forum} from top to bottom.
 */
package postern;
