package com.customerfocus.cascade.process;

import com.customerfocus.cascade.CascadeTexts;
import com.customerfocus.engine.ReferenceSource;
import org.springframework.stereotype.Component;

/** The figures of a cascade so far, for its launcher. */
@Component
class ProgressText implements ReferenceSource {

  static final String KIND = "progress";

  private final CascadeTexts texts;

  ProgressText(CascadeTexts texts) {
    this.texts = texts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Object read(long id) {
    return texts.progressHtml(id);
  }
}
