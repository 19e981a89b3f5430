package postern.http;

import jakarta.ws.rs.core.Configuration;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.model.ResourceModel;

/**
 * Every endpoint of the running application with its declared access, read from Jersey's own model.
 */
public final class AccessTable implements ModelProcessor {
  private final Set<Class<?>> apiClasses = ConcurrentHashMap.newKeySet();
  private final SortedMap<String, Access> endpoints =
      Collections.synchronizedSortedMap(new TreeMap<>());

  /** Method and path, such as {@code GET /api/v1/threads/{id}}, to its access. */
  public Map<String, Access> endpoints() {
    return Map.copyOf(endpoints);
  }

  /** The classes that answer the JSON API. */
  Set<Class<?>> apiClasses() {
    return Set.copyOf(apiClasses);
  }

  /**
   * @throws IllegalStateException when an endpoint declares no access, so that the application does
   *     not start
   */
  @Override
  public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
    List<String> undeclared = new ArrayList<>();
    model.getResources().forEach(resource -> read(resource, "", undeclared));
    if (!undeclared.isEmpty()) {
      throw new IllegalStateException("endpoints that declare no @Access: " + undeclared);
    }
    return model;
  }

  @Override
  public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
    throw new IllegalStateException(
        "sub-resource locators would hide endpoints from the table of access");
  }

  private void read(Resource resource, String above, List<String> undeclared) {
    var path = joined(above, resource.getPath());
    for (ResourceMethod method : resource.getResourceMethods()) {
      var endpoint = method.getHttpMethod() + " " + path;
      var access = declared(method.getInvocable().getHandlingMethod());
      if (access == null) {
        undeclared.add(endpoint);
      } else {
        endpoints.put(endpoint, access);
        if (path.startsWith("/api/")) {
          apiClasses.add(method.getInvocable().getHandlingMethod().getDeclaringClass());
        }
      }
    }
    resource.getChildResources().forEach(child -> read(child, path, undeclared));
  }

  private static Access declared(Method method) {
    return method.getAnnotation(Access.class);
  }

  private static String joined(String above, String path) {
    var inner = path == null ? "" : path.replaceAll("^/+|/+$", "");
    return inner.isEmpty()
        ? (above.isEmpty() ? "/" : above)
        : (above.equals("/") ? "" : above) + "/" + inner;
  }
}
