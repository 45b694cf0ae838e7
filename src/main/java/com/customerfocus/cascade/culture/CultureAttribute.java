package com.customerfocus.cascade.culture;

/**
 * Something that made a heritage company successful, with how many managers would keep it, merge it
 * with the other company's or transform it.
 *
 * @param attribute as one of those who named it wrote it
 * @param total how many named it
 */
public record CultureAttribute(
    String attribute, long keep, long merge, long transform, long total) {}
