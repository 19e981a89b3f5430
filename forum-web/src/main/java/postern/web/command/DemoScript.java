package postern.web.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The demo's community as demo.yml tells it. */
record DemoScript(
    @JsonProperty List<Person> people,
    @JsonProperty List<Shelf> boards,
    @JsonProperty List<Talk> threads,
    @JsonProperty List<Exchange> letters) {

  record Person(
      @JsonProperty String name,
      @JsonProperty String called,
      @JsonProperty String address,
      @JsonProperty String role,
      @JsonProperty String shows,
      @JsonProperty Duration ago) {}

  record Shelf(
      @JsonProperty String slug,
      @JsonProperty String title,
      @JsonProperty String text,
      @JsonProperty String read) {}

  record Talk(
      @JsonProperty String board,
      @JsonProperty String title,
      @JsonProperty Duration ago,
      @JsonProperty String by,
      @JsonProperty String pin,
      @JsonProperty String lock,
      @JsonProperty String text,
      @JsonProperty List<Said> answers) {
    Talk {
      answers = Objects.requireNonNullElse(answers, List.of());
    }
  }

  record Said(@JsonProperty String by, @JsonProperty Duration after, @JsonProperty String text) {}

  record Exchange(
      @JsonProperty String from,
      @JsonProperty String to,
      @JsonProperty String subject,
      @JsonProperty Duration ago,
      @JsonProperty boolean share,
      @JsonProperty String text,
      @JsonProperty List<Said> answers) {
    Exchange {
      answers = Objects.requireNonNullElse(answers, List.of());
    }
  }

  static DemoScript read() throws IOException {
    try (var file = DemoScript.class.getResourceAsStream("demo.yml")) {
      return new ObjectMapper(new YAMLFactory())
          .registerModule(new JavaTimeModule())
          .readValue(file, DemoScript.class);
    }
  }
}
