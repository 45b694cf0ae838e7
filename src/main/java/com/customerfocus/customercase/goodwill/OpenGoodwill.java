package com.customerfocus.customercase.goodwill;

import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.OpenMatters;
import com.customerfocus.support.Sentence;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goodwill about which a manager has to decide before the case closes. */
@Component
class OpenGoodwill implements OpenMatters {

  private final GoodwillRecords records;

  OpenGoodwill(GoodwillRecords records) {
    this.records = records;
  }

  @Override
  public List<Sentence> of(CustomerCase about) {
    return records.ofCase(about.id()).stream()
        .filter(it -> it.state() == GoodwillState.WAITING)
        .map(
            it ->
                new Sentence(
                    "case.open.goodwill",
                    new Sentence("goodwill.kind." + it.kind()),
                    it.sum(),
                    it.approverName()))
        .toList();
  }

  /** It goes on in the case that takes this one in. */
  @Override
  public boolean keepsFromJoining() {
    return false;
  }
}
