package com.customerfocus.cascade;

import com.customerfocus.text.FormHtml;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms in Tasklist show of a memo, as HTML. */
@Service
@Transactional(readOnly = true)
public class MemoTexts {

  private final Cascades cascades;
  private final FormHtml html;

  MemoTexts(Cascades cascades, FormHtml html) {
    this.cascades = cascades;
    this.html = html;
  }

  /** The memo in each language it is written in. */
  public String memoHtml(long cascadeId) {
    return html.of("memo", Locale.ENGLISH, Map.of("memo", cascades.memo(cascadeId)));
  }
}
