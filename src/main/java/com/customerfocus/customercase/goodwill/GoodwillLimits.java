package com.customerfocus.customercase.goodwill;

import java.math.BigDecimal;

/**
 * Up to which sums a person may grant goodwill alone, by the table {@code goodwill-limit}. Each sum
 * includes the new amount.
 *
 * @param perCase of one case
 * @param perCustomer of all cases of a customer in {@link GoodwillRules#DAYS} days
 * @param perPersonAndDay what the person grants alone in one day
 * @param rule which row of which version
 */
public record GoodwillLimits(
    BigDecimal perCase, BigDecimal perCustomer, BigDecimal perPersonAndDay, String rule) {}
