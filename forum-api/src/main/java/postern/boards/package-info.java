/**
 * Boards, named groups of members, and who may read, answer and start threads where.
 *
 * <p>Nothing here knows threads or posts; a room above says how much a board holds.
 *
 * <p>Keeps clause 2 of the privacy policy (a board for visitors is read without an account) and
 * clause 17 for the groups a member belongs to.
 */
package postern.boards;
