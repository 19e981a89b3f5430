/**
 * The administrators' pages: boards, members, groups, jobs. They show nobody's address and no
 * letter, and each change they offer is a form with room for its reason. What may be changed is
 * decided by the rooms.
 */
package postern.web.admin;
