package postern.web.threads;

import postern.threads.SafeHtml;
import postern.web.Frame;
import postern.web.PageModel;

/**
 * The answer to {@code POST /preview} ({@code csrf}, {@code body}), for scripts: how a post will
 * look, without a frame.
 */
public record PreviewPart(Frame frame, SafeHtml html) implements PageModel {}
