/**
 * Files that are uploaded, checked, decided about by a person and applied as they were reviewed.
 */
@NamedInterface("review")
package com.customerfocus.csv.review;

import org.springframework.modulith.NamedInterface;
