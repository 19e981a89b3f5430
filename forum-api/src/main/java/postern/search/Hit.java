package postern.search;

import postern.http.Cursor;
import postern.threads.PostLists.PlacedPost;
import postern.threads.SafeHtml;

/**
 * A post that was found, as this viewer may see it now.
 *
 * @param title its thread's, marked where what was looked for stands in it
 * @param excerpt the stretch of it in which most of what was looked for stands, marked
 * @param key where the list goes on after it
 */
public record Hit(PlacedPost placed, SafeHtml title, SafeHtml excerpt, Cursor key) {}
