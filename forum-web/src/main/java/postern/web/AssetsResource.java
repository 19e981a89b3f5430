package postern.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Who;

/** Serves the assets, to be kept for a year under their hash. */
@Path("/assets/{hash}/{path: .+}")
public final class AssetsResource {
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final Assets assets;

  public AssetsResource(Assets assets) {
    this.assets = assets;
  }

  /**
   * Under an older hash, as a page has it that was made before the site was renewed, the present
   * file is answered but not kept.
   */
  @GET
  @Access(Who.ANYONE)
  public Response asset(
      @PathParam("hash") String hash,
      @PathParam("path") String path,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings) {
    var asset = assets.find(path).orElseThrow(NotFoundException::new);
    var zipped = encodings != null && encodings.contains("gzip");
    var response =
        Response.ok(zipped ? asset.compressed() : asset.bytes(), asset.mediaType())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .header(HttpHeaders.CACHE_CONTROL, hash.equals(assets.hash()) ? FOREVER : "no-cache");
    return zipped
        ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").build()
        : response.build();
  }
}
