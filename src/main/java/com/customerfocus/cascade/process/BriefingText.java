package com.customerfocus.cascade.process;

import com.customerfocus.cascade.CascadeTexts;
import com.customerfocus.engine.ReferenceSource;
import org.springframework.stereotype.Component;

/** The memo as a manager gets it: core brief and the local briefs of the line above. */
@Component
class BriefingText implements ReferenceSource {

  static final String KIND = "briefing";

  private final CascadeTexts texts;

  BriefingText(CascadeTexts texts) {
    this.texts = texts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Object read(long id) {
    return texts.briefingHtml(id);
  }
}
