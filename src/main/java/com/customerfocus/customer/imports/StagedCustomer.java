package com.customerfocus.customer.imports;

/**
 * One row of a file; each value but the first two and the language may be null.
 *
 * @param line where the row begins, counted from 1
 */
record StagedCustomer(
    int line,
    String reference,
    String name,
    String mail,
    String phone,
    String postalAddress,
    String language,
    String tier,
    String zone,
    String ownerId) {}
