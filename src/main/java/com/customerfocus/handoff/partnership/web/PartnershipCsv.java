package com.customerfocus.handoff.partnership.web;

import com.customerfocus.handoff.BounceReason;
import com.customerfocus.handoff.partnership.Figure;
import com.customerfocus.handoff.partnership.Partnership;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The columns of the file of partnerships. */
final class PartnershipCsv {

  private static final Map<String, Function<Partnership, Object>> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("requester id", it -> it.requester().id());
    COLUMNS.put("requester", it -> it.requester().name());
    COLUMNS.put("partner id", it -> it.partner().id());
    COLUMNS.put("partner", it -> it.partner().name());
    COLUMNS.put("handoffs", Partnership::handoffs);
    figure("accepted", Partnership::accepted);
    for (var reason : BounceReason.values()) {
      figure(
          "bounced: " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          it -> it.bounced().get(reason));
    }
    figure("ping-pong", Partnership::pingPong);
    COLUMNS.put("accepted deliveries", it -> it.confirmed().n());
    figure("confirmed", Partnership::confirmed);
    figure("deemed confirmed", Partnership::deemedConfirmed);
    clocks("time to own", Partnership::timeToOwn);
    clocks("time to deliver", Partnership::timeToDeliver);
    COLUMNS.put("open handoffs", it -> it.open().medianMinutes().n());
    figure("open median minutes", it -> it.open().medianMinutes());
    figure("open oldest minutes", it -> it.open().oldestMinutes());
    COLUMNS.put("promises", it -> it.promises().kept().n());
    figure("kept", it -> it.promises().kept());
    figure("renegotiated", it -> it.promises().renegotiated());
    figure("broken", it -> it.promises().broken());
    COLUMNS.put("ratings by requester", it -> it.ratings().byRequester().n());
    figure("mean by requester", it -> it.ratings().byRequester());
    COLUMNS.put("ratings by partner", it -> it.ratings().byPartner().n());
    figure("mean by partner", it -> it.ratings().byPartner());
  }

  private PartnershipCsv() {}

  private static void figure(String name, Function<Partnership, Figure> of) {
    COLUMNS.put(name, it -> of.apply(it).value());
  }

  private static void clocks(String name, Function<Partnership, Partnership.ClockFigures> of) {
    COLUMNS.put(name + " clocks", it -> of.apply(it).met().n());
    figure(name + " median minutes", it -> of.apply(it).medianMinutes());
    figure(name + " p90 minutes", it -> of.apply(it).p90Minutes());
    figure(name + " met", it -> of.apply(it).met());
    figure(name + " missed", it -> of.apply(it).missed());
  }

  static String[] header() {
    return COLUMNS.keySet().toArray(String[]::new);
  }

  static Object[] line(Partnership partnership) {
    return COLUMNS.values().stream().map(column -> column.apply(partnership)).toArray();
  }
}
