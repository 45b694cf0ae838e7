/** What all pages that need no login share: headers, and the answer when there is no page. */
@org.springframework.modulith.NamedInterface("web")
package com.customerfocus.link.web;
