package com.customerfocus.customercase.goodwill;

/** What is given; stored by its name. */
public enum GoodwillKind {
  VOUCHER,
  REFUND,
  DISCOUNT,
  GIFT,
  OTHER
}
