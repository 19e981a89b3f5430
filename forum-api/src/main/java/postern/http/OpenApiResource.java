package postern.http;

import io.dropwizard.auth.Auth;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The whole of the JSON API as an OpenAPI document, read from the running application's own
 * endpoints.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
  private final AccessTable table;
  private String document;

  public OpenApiResource(AccessTable table) {
    this.table = table;
  }

  @GET
  @Path("/openapi.json")
  @Access(Who.ANYONE)
  public Response read() {
    return Response.ok(document()).header("Cache-Control", "public, max-age=300").build();
  }

  private synchronized String document() {
    if (document == null) {
      document = written(table.apiClasses());
    }
    return document;
  }

  private static String written(Set<Class<?>> classes) {
    var extensions = new ArrayList<OpenAPIExtension>();
    extensions.add(new WithoutViewer());
    extensions.addAll(OpenAPIExtensions.getExtensions());
    OpenAPIExtensions.setExtensions(extensions);
    var api =
        new OpenAPI()
            .info(new Info().title("Postern").version("v1"))
            .components(
                new Components()
                    .addSecuritySchemes(
                        "token",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
            .addSecurityItem(new SecurityRequirement().addList("token"));
    var read = new Reader(api).read(classes);
    var paths = new Paths();
    read.getPaths()
        .forEach(
            (path, item) -> {
              if (path.startsWith("/api/v1")) {
                paths.addPathItem(path, item);
              }
            });
    return Json.pretty(read.paths(paths));
  }

  /** Who is looking comes from the token, not from the caller's words. */
  private static final class WithoutViewer extends AbstractOpenAPIExtension {
    @Override
    public ResolvedParameter extractParameters(
        List<Annotation> annotations,
        Type type,
        Set<Type> skipped,
        Components components,
        Consumes classConsumes,
        Consumes methodConsumes,
        boolean includeRequestBody,
        com.fasterxml.jackson.annotation.JsonView view,
        Iterator<OpenAPIExtension> chain) {
      return annotations.stream().anyMatch(Auth.class::isInstance)
          ? new ResolvedParameter()
          : super.extractParameters(
              annotations,
              type,
              skipped,
              components,
              classConsumes,
              methodConsumes,
              includeRequestBody,
              view,
              chain);
    }
  }
}
