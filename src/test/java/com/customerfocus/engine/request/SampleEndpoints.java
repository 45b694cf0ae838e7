package com.customerfocus.engine.request;

import com.customerfocus.access.Groups;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.support.InvalidInputException;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Endpoints for the login of the browser, as a room declares them. */
@TestConfiguration(proxyBeanMethods = false)
public class SampleEndpoints {

  @Bean
  SessionRequests samples() {
    return SessionRequests.inTasklist(HttpMethod.GET, "/camunda/api/samples/{id}");
  }

  @Bean
  SessionRequests samplesForOwners() {
    return SessionRequests.inCockpit(HttpMethod.GET, "/camunda/api/samples/for-owners")
        .onlyFor(Groups.PROCESS_OWNERS);
  }

  @Bean
  SessionRequests samplesSent() {
    return SessionRequests.inTasklist(HttpMethod.POST, "/camunda/api/samples");
  }

  @Bean
  SessionRequests samplesWithFiles() {
    return SessionRequests.inTasklist(HttpMethod.PUT, "/camunda/api/samples/file")
        .onlyFor(Groups.MANAGERS)
        .withFiles(DataSize.ofMegabytes(2));
  }

  @SessionController
  private record Samples(SessionActors actors, TaskService tasks) {

    @GetMapping("/camunda/api/samples/{id}")
    Map<String, Object> read(@PathVariable long id) {
      switch ((int) id) {
        case 400 -> throw new InvalidInputException("refusal.question.answer");
        case 403 -> throw new NotAllowedException("refusal.question.not-yours");
        case 404 -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        case 409 -> tasks.complete("gone");
        case 500 -> throw new IllegalStateException("a secret");
        default -> {}
      }
      var actor = actors.current();
      return Map.of("id", actor.id(), "groups", actor.groups());
    }

    @GetMapping("/camunda/api/samples/for-owners")
    Map<String, Object> readForOwners() {
      return Map.of("id", actors.current().id());
    }

    @PostMapping("/camunda/api/samples")
    Map<String, Object> send(@RequestBody Map<String, String> sent) {
      return Map.of("sent", sent);
    }

    @PutMapping("/camunda/api/samples/file")
    Map<String, Object> sendFile(@RequestParam MultipartFile file) throws IOException {
      return Map.of("bytes", file.getBytes().length);
    }

    /** An address that no room declares. */
    @GetMapping("/camunda/api/samples/undeclared/anything")
    Map<String, Object> undeclared() {
      return Map.of();
    }
  }
}
