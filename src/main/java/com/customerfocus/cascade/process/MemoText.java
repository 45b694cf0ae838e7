package com.customerfocus.cascade.process;

import com.customerfocus.cascade.CascadeTexts;
import com.customerfocus.engine.ReferenceSource;
import org.springframework.stereotype.Component;

/** The memo as people will see it, in each language it is written in. */
@Component
class MemoText implements ReferenceSource {

  static final String KIND = "memo";

  private final CascadeTexts texts;

  MemoText(CascadeTexts texts) {
    this.texts = texts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Object read(long id) {
    return texts.memoHtml(id);
  }
}
