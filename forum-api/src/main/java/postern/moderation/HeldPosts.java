package postern.moderation;

import postern.kernel.PostId;
import postern.kernel.Viewer;
import postern.storage.Tx;

/** Shows a held post, or lets it go. Whoever holds posts implements it. */
public interface HeldPosts {
  /** Where nothing is ever held. */
  HeldPosts NONE =
      new HeldPosts() {
        @Override
        public boolean approve(Tx tx, Viewer.Member by, PostId post) {
          return false;
        }

        @Override
        public boolean refuse(Tx tx, Viewer.Member by, PostId post, String reason) {
          return false;
        }
      };

  /** False when the post is held no more. */
  boolean approve(Tx tx, Viewer.Member by, PostId post);

  /** False when the post is held no more. */
  boolean refuse(Tx tx, Viewer.Member by, PostId post, String reason);
}
