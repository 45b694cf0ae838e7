package com.customerfocus.customer.data.web;

import com.customerfocus.access.ApiReaders;
import com.customerfocus.access.Groups;
import com.customerfocus.api.Paging;
import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.customer.data.DataRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record of what was done at customers' requests. Times are ISO 8601 in UTC. */
@Tag(name = "Customers' data", description = "Handed out and removed at a customer's request")
@RestController
@RequestMapping(DataRequestController.PATH)
class DataRequestController {

  static final String PATH = "/api/customer-data-requests";

  private final CustomerData data;

  DataRequestController(CustomerData data) {
    this.data = data;
  }

  /** One page of the record. */
  record DataRequestPage(int page, int size, List<DataRequest> requests) {}

  @Operation(
      summary = "Exports and removals of customers' data, newest first",
      description =
          """
          What was done, when, and by whom. It names no customer; with a reference it tells what was \
          done for that customer, also when the data were removed.""")
  @ApiResponse(responseCode = "200", description = "One page of the record")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  DataRequestPage requests(
      @Parameter(description = "The customer's number in the company's systems")
          @RequestParam(required = false)
          String reference,
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size) {
    return new DataRequestPage(page, size, data.requests(reference, page * size, size));
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiReaders readersOfDataRequests() {
      return ApiReaders.of(PATH, Groups.PROCESS_OWNERS);
    }
  }
}
