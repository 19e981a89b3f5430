package postern.threads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.dropwizard.testing.junit5.ResourceExtension;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import postern.accounts.TestAccounts;
import postern.boards.BoardsResource;
import postern.http.AccessFeature;
import postern.http.Edge;
import postern.http.ProblemMapper;
import postern.kernel.Randomness;
import postern.kernel.Viewer;

@ExtendWith(DropwizardExtensionsSupport.class)
class ThreadsApiTest {
  private static final House HOUSE = new House(false);
  private static final Map<String, Viewer> VIEWERS =
      Map.of("guest", Viewer.GUEST, "ada", HOUSE.ada, "ben", HOUSE.ben, "root", HOUSE.root);
  private static final ThreadsEdge EDGE = new ThreadsEdge(HOUSE.rooms, TestAccounts.ORIGIN);

  private static final ResourceExtension API =
      ResourceExtension.builder()
          .setMapper(json())
          .setRegisterDefaultExceptionMappers(false)
          .addProvider(new WhoeverTheHeaderNames())
          .addProvider(new AuthValueFactoryProvider.Binder<>(Viewer.class))
          .addProvider(new AccessFeature())
          .addProvider(new ProblemMapper(Randomness.secure(), Optional.empty()))
          .addResource(new ThreadsResource(HOUSE.rooms, TestAccounts.ORIGIN))
          .addResource(new PostsResource(HOUSE.rooms, TestAccounts.ORIGIN))
          .addResource(new MarksResource(HOUSE.rooms, TestAccounts.ORIGIN))
          .addResource(new SeamsResource(HOUSE.rooms, TestAccounts.ORIGIN))
          .addResource(new BoardsResource(HOUSE.boards, EDGE::figures))
          .build();

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  @Test
  void writesAThreadFromItsBoardToItsHistory() {
    var slug = "by-script";
    var board =
        post(
            "root",
            "boards",
            201,
            "slug",
            slug,
            "title",
            "By script",
            "description",
            "",
            "read",
            "visitors",
            "write",
            "members");
    assertThat(board.get("write").asText()).isEqualTo("members");
    var threads = "boards/" + board.get("id").asText() + "/threads";
    var thread = post("ada", threads, 201, "title", "A title", "body", "The *first*");
    var path = "threads/" + thread.get("id").asText();
    assertThat(thread.get("url").asText())
        .isEqualTo(TestAccounts.ORIGIN.url("/t/" + thread.get("id").asText() + "/a-title"));
    var reply = post("ben", path + "/posts", 201, "body", "Second");
    assertThat(reply.get("number").asInt()).isEqualTo(2);
    var posts = get("guest", path + "/posts?limit=1", 200);
    assertThat(posts.at("/items/0/html").asText()).isEqualTo("<p>The <em>first</em></p>\n");
    assertThat(posts.at("/items/0/author/username").asText()).isEqualTo("ada");
    assertThat(posts.at("/items/0/editedAt").isNull()).isTrue();
    assertThat(posts.at("/items/0/createdAt").asText()).isEqualTo(HOUSE.clock.instant().toString());
    var next = get("guest", path + "/posts?limit=1&after=" + posts.get("next").asText(), 200);
    assertThat(next.at("/items/0/id").asText()).isEqualTo(reply.get("id").asText());
    assertThat(next.get("next").isNull()).isTrue();
    var post = "posts/" + reply.get("id").asText();
    assertThat(call("ben", "PATCH", post, 200, "body", "Seconds").get("body").asText())
        .isEqualTo("Seconds");
    var revisions = get("ben", post + "/revisions", 200);
    assertThat(revisions.at("/items/1/changes/0/kind").asText()).isEqualTo("removed");
    assertThat(call("ben", "DELETE", post, 204)).isNull();
    assertThat(get("guest", post, 200).get("body").isNull()).isTrue();
    assertThat(post("root", post + "/restore", 200, "reason", "Asked to").get("body").asText())
        .isEqualTo("Seconds");
    assertThat(get("guest", "boards/" + board.get("id").asText(), 200).get("posts").asInt())
        .isEqualTo(2);
    assertThat(get("guest", "threads?limit=1", 200).at("/items/0/id").asText())
        .isEqualTo(thread.get("id").asText());
  }

  @Test
  void letsModeratorsMarkAThread() {
    var path = "threads/" + HOUSE.thread(HOUSE.board());
    var other = HOUSE.board();
    for (var mark : new String[] {"lock", "pin", "hide"}) {
      assertThat(
              call("root", "PUT", path + "/" + mark, 200, "reason", "Because")
                  .at("/reasons/" + mark)
                  .asText())
          .isEqualTo("Because");
      assertThat(problem("root", "PUT", path + "/" + mark, 422, "reason", " "))
          .isEqualTo("bad-reason");
      assertThat(problem("ada", "PUT", path + "/" + mark, 403, "reason", "x"))
          .isEqualTo("not-allowed");
      assertThat(
              call("root", "DELETE", path + "/" + mark + "?reason=Enough", 200)
                  .at("/reasons/" + mark)
                  .isNull())
          .isTrue();
    }
    assertThat(
            call("root", "PUT", path + "/move", 200, "reason", "Fits", "board", other.toString())
                .get("board")
                .asText())
        .isEqualTo(other.toString());
    assertThat(call("root", "DELETE", path + "/move", 200).get("movedFrom").isNull()).isTrue();
    assertThat(get("root", path + "/log", 200).get("items")).hasSize(8);
    assertThat(get("root", path + "/log", 200).at("/items/0/action").asText())
        .isEqualTo("move-back");
  }

  @Test
  void mergesAndSplitsThreadsAndLeadsFromTheOldPlace() {
    var board = HOUSE.board();
    var into = HOUSE.thread(board);
    var from = HOUSE.thread(board);
    var path = "threads/" + from;
    var reason = "One question";
    assertThat(problem("ada", "POST", path + "/merge", 403, "into", into.toString(), "reason", "x"))
        .isEqualTo("not-allowed");
    assertThat(
            problem("root", "POST", path + "/merge", 422, "into", from.toString(), "reason", "x"))
        .isEqualTo("no-such-thread");
    assertThat(problem("root", "POST", path + "/merge", 400, "reason", "x"))
        .isEqualTo("body-missing");
    var merged = post("root", path + "/merge", 200, "into", into.toString(), "reason", reason);
    assertThat(merged.get("posts").asInt()).isEqualTo(2);
    for (var part : new String[] {"", "/posts"}) {
      try (var led =
          API.target("/api/v1/" + path + part)
              .property("jersey.config.client.followRedirects", false)
              .request()
              .header("X-Viewer", "guest")
              .get()) {
        assertThat(led.getStatus()).isEqualTo(308);
        assertThat(led.getHeaderString("Location"))
            .isEqualTo(TestAccounts.ORIGIN.url("/api/v1/threads/" + into + part));
      }
    }
    var came = get("guest", "threads/" + into + "/posts", 200).at("/items/1/id").asText();
    var wish = json().createObjectNode().put("title", "Apart").put("reason", reason);
    wish.putArray("posts").add(came);
    try (var split =
        API.target("/api/v1/threads/" + into + "/split")
            .request()
            .header("X-Viewer", "root")
            .post(Entity.json(wish.toString()))) {
      assertThat(split.getStatus()).isEqualTo(201);
      var made = parsed(split.readEntity(String.class)).get("id").asText();
      assertThat(get("guest", "posts/" + came, 200).get("thread").asText()).isEqualTo(made);
    }
    assertThat(get("root", "threads/" + into + "/log", 200).at("/items/0/action").asText())
        .isEqualTo("split");
  }

  @Test
  void saysNoInDocumentedWords() {
    var board = "boards/" + HOUSE.board() + "/threads";
    var thread = HOUSE.thread(HOUSE.board());
    var posts = "threads/" + thread + "/posts";
    assertThat(problem("guest", "POST", posts, 401, "body", "x")).isEqualTo("sign-in-needed");
    assertThat(problem("ada", "POST", board, 422, "title", "", "body", "x")).isEqualTo("bad-title");
    assertThat(problem("ada", "POST", board, 422, "title", "t", "body", " "))
        .isEqualTo("text-empty");
    assertThat(problem("ada", "POST", posts, 413, "body", "x".repeat(32_001)))
        .isEqualTo("text-too-long");
    assertThat(problem("ada", "POST", posts, 400, "body", "x", "more", "y"))
        .isEqualTo("unknown-field");
    assertThat(problem("ada", "POST", "threads/999999999/posts", 404, "body", "x"))
        .isEqualTo("not-found");
    assertThat(problem("ada", "GET", "threads/abc", 404)).isEqualTo("not-found");
    assertThat(problem("ada", "GET", posts + "?after=zzz", 400)).isEqualTo("bad-cursor");
    assertThat(problem("ada", "GET", posts + "?limit=101", 400)).isEqualTo("bad-limit");
    assertThat(problem("ada", "POST", "boards", 403, "slug", "x")).isEqualTo("not-allowed");
    assertThat(
            problem("root", "POST", "boards", 422, "slug", "x", "title", "x", "write", "visitors"))
        .isEqualTo("bad-audience");
    HOUSE.rooms.marks().lock(HOUSE.root, thread, "Enough");
    assertThat(problem("ada", "POST", posts, 409, "body", "x")).isEqualTo("thread-locked");
    assertThat(post("ada", "preview", 200, "body", "**b**").get("html").asText())
        .isEqualTo("<p><strong>b</strong></p>\n");
  }

  private static JsonNode get(String viewer, String path, int status) {
    return call(viewer, "GET", path, status);
  }

  private static JsonNode post(String viewer, String path, int status, String... body) {
    return call(viewer, "POST", path, status, body);
  }

  private static String problem(
      String viewer, String method, String path, int status, String... body) {
    var type = call(viewer, method, path, status, body).get("type").asText();
    return type.substring(type.indexOf('#') + 1);
  }

  private static JsonNode call(
      String viewer, String method, String path, int status, String... body) {
    var parts = path.split("\\?", 2);
    var target = API.target("/api/v1/" + parts[0]);
    if (parts.length > 1) {
      for (var pair : parts[1].split("&")) {
        target = target.queryParam(pair.split("=")[0], pair.split("=")[1]);
      }
    }
    var request = target.request().header("X-Viewer", viewer);
    Response response =
        body.length == 0
            ? request.method(method)
            : request.method(method, Entity.json(object(body)));
    var text = response.readEntity(String.class);
    assertThat(response.getStatus()).as(text).isEqualTo(status);
    return text.isEmpty() ? null : parsed(text);
  }

  private static String object(String... pairs) {
    var node = json().createObjectNode();
    for (int i = 0; i < pairs.length; i += 2) {
      node.put(pairs[i], pairs[i + 1]);
    }
    return node.toString();
  }

  private static JsonNode parsed(String text) {
    try {
      return json().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
      throw new AssertionError(text, notJson);
    }
  }

  private static ObjectMapper json() {
    var json = Jackson.newObjectMapper();
    Edge.configure(json);
    return json;
  }

  @PreMatching
  @Priority(Priorities.AUTHENTICATION)
  private static final class WhoeverTheHeaderNames implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      var viewer = VIEWERS.get(request.getHeaderString("X-Viewer"));
      request.setSecurityContext(
          new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
              return viewer;
            }

            @Override
            public boolean isUserInRole(String role) {
              return false;
            }

            @Override
            public boolean isSecure() {
              return false;
            }

            @Override
            public String getAuthenticationScheme() {
              return "test";
            }
          });
    }
  }
}
