/**
 * What every page of the site stands on: the page records, the writer that turns one and its
 * template into HTML, the assets, and the headers of every answer. It never decides who may see or
 * do something, that is the rooms'; and no text reaches a page unescaped unless it is {@link
 * postern.threads.SafeHtml}. It keeps the policy's clause that nothing is fetched from another
 * host.
 *
 * <p>Scripts ask for little, with the session of the page: {@code GET /unread} gives {@code
 * {"letters": 2}}; {@code GET /members/names?begin=ad} gives up to eight of {@code {"items":
 * [{"username": "ada", "name": "Ada Quill"}]}}, to members alone; {@code POST /preview} gives a
 * {@link postern.web.threads.PreviewPart}; {@code GET /t/{id}/news?after=17} tells what was posted
 * since.
 */
package postern.web;
