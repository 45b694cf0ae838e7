package com.customerfocus.customercase.goodwill;

import java.math.BigDecimal;

/**
 * What has been given before, or waits for a manager.
 *
 * @param ofCase granted or waiting, with the cases that it has taken in
 * @param ofCustomer granted or waiting, in {@link GoodwillRules#DAYS} days
 * @param ofPersonToday granted by the person alone
 */
record GoodwillSums(BigDecimal ofCase, BigDecimal ofCustomer, BigDecimal ofPersonToday) {}
