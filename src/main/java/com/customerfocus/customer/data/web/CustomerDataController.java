package com.customerfocus.customer.data.web;

import com.customerfocus.access.ApiCallers;
import com.customerfocus.access.Groups;
import com.customerfocus.api.ApiRefusal;
import com.customerfocus.customer.data.CustomerData;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Export and removal of a customer's data, when the customer asks for it. */
@Tag(name = "Customers' data", description = "Handed out and removed at a customer's request")
@RestController
@RequestMapping(CustomerDataController.PATH)
class CustomerDataController {

  static final String PATH = "/api/customers/{reference}/data";

  private final CustomerData data;

  CustomerDataController(CustomerData data) {
    this.data = data;
  }

  @Operation(
      summary = "All data of a customer",
      description =
          """
          What every part of the program keeps of this customer, to be handed to the customer on \
          request. It is recorded that it was done, and by whom.""")
  @ApiResponse(responseCode = "200", description = "The data, by part")
  @ApiResponse(responseCode = "404", description = "There is no such customer, or not any more")
  @ApiResponse(responseCode = "409", description = "The customer is being changed; try again")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> export(
      @Parameter(description = "The customer's number in the company's systems") @PathVariable
          String reference,
      @Parameter(hidden = true) Authentication reader) {
    var parts = data.export(reference, reader.getName()).orElseThrow(this::unknown);
    return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(parts);
  }

  @Operation(
      summary = "Remove all data of a customer",
      description =
          """
          For good, in all parts of the program; processes about this customer end. Figures of past \
          months stay, as they name no customer. A later import leaves the customer out. It is \
          recorded that it was done, and by whom, without the customer's data.""")
  @ApiResponse(responseCode = "204", description = "They are removed, now or before")
  @ApiResponse(responseCode = "404", description = "There has never been such a customer")
  @ApiResponse(
      responseCode = "409",
      description = "An import changes customers for longer than it waits; try again")
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @Parameter(description = "The customer's number in the company's systems") @PathVariable
          String reference,
      @Parameter(hidden = true) Authentication reader) {
    if (!data.remove(reference, reader.getName())) {
      throw unknown();
    }
  }

  private ResponseStatusException unknown() {
    return ApiRefusal.of(HttpStatus.NOT_FOUND, "api.customer.unknown");
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiCallers callersForCustomerData() {
      return ApiCallers.of("/api/customers/*/data", Groups.PROCESS_OWNERS);
    }
  }
}
