package com.customerfocus.handoff.rating;

/**
 * What a side has said, checked.
 *
 * @param by login of the person who said it
 * @param score 1 to 5
 * @param note or null
 * @param thankedId employee id of the person who is thanked, or null
 * @param thanks what for, or null
 */
record GivenRating(String by, int score, String note, String thankedId, String thanks) {}
