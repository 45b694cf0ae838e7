/** Files over HTTP. */
@NamedInterface("review-web")
package com.customerfocus.csv.review.web;

import org.springframework.modulith.NamedInterface;
