package com.customerfocus.customer.imports.web;

import com.customerfocus.access.ApiCallers;
import com.customerfocus.access.Groups;
import com.customerfocus.api.ApiRefusal;
import com.customerfocus.api.Paging;
import com.customerfocus.customer.imports.CustomerEntry;
import com.customerfocus.customer.imports.CustomerEntry.Outcome;
import com.customerfocus.customer.search.CustomerFigures;
import com.customerfocus.customer.search.CustomerSearch;
import com.customerfocus.customer.search.CustomerView;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Customers. The front line reads them, administrators put them on file and do not read them,
 * process owners read figures.
 */
@Tag(name = "Customers", description = "Who they are and who looks after them")
@RestController
@RequestMapping(CustomerController.PATH)
class CustomerController {

  static final String PATH = "/api/customers";

  private final CustomerEntry entry;
  private final CustomerSearch customers;

  CustomerController(CustomerEntry entry, CustomerSearch customers) {
    this.entry = entry;
    this.customers = customers;
  }

  /** What became of the customer on file. */
  record Put(String reference, Outcome outcome) {}

  /** One page of customers. */
  record CustomerPage(int page, int size, List<CustomerView> customers) {}

  @Operation(
      summary = "Put a customer on file",
      description =
          """
          The whole customer as the company's own system knows them: what is not told is empty \
          afterwards. The same again changes nothing. What the customer has chosen, and whether mails \
          reach an address, is not told here. For administrators.""")
  @ApiResponse(responseCode = "200", description = "The customer was on file; whether it changed")
  @ApiResponse(responseCode = "201", description = "The customer is new on file")
  @ApiResponse(
      responseCode = "409",
      description =
          "The customer's data were removed at the customer's request, or the customer is being"
              + " changed at this moment; nothing has changed")
  @ApiResponse(
      responseCode = "422",
      description =
          "Values are wrong or keys not known, told in 'errors' by column; nothing has changed")
  @PutMapping(
      path = "/{reference}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Put> put(
      @Parameter(description = "The customer's number in the company's systems") @PathVariable
          String reference,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = CustomerEntry.Values.class)))
          @RequestBody(required = false)
          JsonNode body) {
    var outcome = entry.put(reference, CustomerBody.read(body));
    if (outcome == Outcome.LEFT_OUT) {
      throw ApiRefusal.of(HttpStatus.CONFLICT, "api.customer.removed");
    }
    return ResponseEntity.status(outcome == Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new Put(reference, outcome));
  }

  @Operation(
      summary = "One customer by reference",
      description = "Any customer, for the front line; only the exact reference finds one.")
  @ApiResponse(responseCode = "200", description = "The customer")
  @ApiResponse(responseCode = "404", description = "There is no such customer")
  @GetMapping(path = "/{reference}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CustomerView> customer(
      @Parameter(description = "The customer's number in the company's systems") @PathVariable
          String reference) {
    return customers
        .customer(reference)
        .map(it -> ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(it))
        .orElseThrow(() -> ApiRefusal.of(HttpStatus.NOT_FOUND, "api.customer.unknown"));
  }

  @Operation(
      summary = "Your customers",
      description =
          """
          The customers that you own, by name, page by page. The search takes beginnings of words of \
          the name in any script, a mail address or its beginning, and a phone number with or without \
          its country; an exact reference finds any customer.""")
  @ApiResponse(responseCode = "200", description = "One page of customers")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CustomerPage> customers(
      @Parameter(description = "What the customer is found by, such as 'ana ru'")
          @RequestParam(required = false)
          String q,
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size,
      @Parameter(hidden = true) Authentication reader) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(
            new CustomerPage(
                page, size, customers.ownCustomers(reader.getName(), q, page * size, size)));
  }

  @Operation(
      summary = "How many customers there are",
      description = "By language, tier and what they chose. For process owners; names no customer.")
  @ApiResponse(responseCode = "200", description = "The figures")
  @GetMapping(path = "/figures", produces = MediaType.APPLICATION_JSON_VALUE)
  CustomerFigures figures() {
    return customers.figures();
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiCallers callersOfCustomerImports() {
      return ApiCallers.of(CustomerImportController.PATH, Groups.ADMINISTRATORS);
    }

    @Bean
    ApiCallers callersOfCustomerReviews() {
      return ApiCallers.of(CustomerImportController.PATH + "/*", Groups.ADMINISTRATORS);
    }

    @Bean
    ApiCallers callersOfCustomerFigures() {
      return ApiCallers.reading(PATH + "/figures", Groups.PROCESS_OWNERS);
    }

    @Bean
    ApiCallers callersOfCustomers() {
      return ApiCallers.of(PATH, Groups.FRONT_LINE);
    }

    @Bean
    ApiCallers readersOfOneCustomer() {
      return ApiCallers.reading(PATH + "/*", Groups.FRONT_LINE);
    }
  }
}
