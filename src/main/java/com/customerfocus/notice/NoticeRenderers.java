package com.customerfocus.notice;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The renderers of all capabilities by kind. They are looked up on first use, because a renderer
 * may itself need the service that records its notices.
 */
@Component
class NoticeRenderers {

  private final SingletonSupplier<Map<String, NoticeRenderer>> byKind;

  NoticeRenderers(ObjectProvider<NoticeRenderer> renderers) {
    byKind =
        SingletonSupplier.of(
            () -> renderers.stream().collect(toMap(NoticeRenderer::kind, renderer -> renderer)));
  }

  Set<String> kinds() {
    return byKind.obtain().keySet();
  }

  void requireOneFor(String kind) {
    if (!kinds().contains(kind)) {
      throw new IllegalArgumentException(
          "No NoticeRenderer writes notices of kind \"%s\": make one of that kind a bean"
              .formatted(kind));
    }
  }

  /** See {@link NoticeRenderer#addressees}; the notices are all of this kind. */
  NoticeRenderer.Addressees addressees(String kind, Collection<Notice> notices) {
    return byKind.obtain().get(kind).addressees(notices);
  }

  /**
   * The mails of these notices, which are all of this kind; see {@link NoticeRenderer#write}. There
   * may be none to write, as the contact policy has refused all: PostgreSQL has no empty list.
   */
  Map<Long, MailContent> write(String kind, Collection<Notice> notices) {
    return notices.isEmpty() ? Map.of() : byKind.obtain().get(kind).write(notices);
  }
}
