package com.customerfocus.handoff.report;

import com.customerfocus.attachment.Attachments;
import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffEvent;
import com.customerfocus.handoff.HandoffService;
import com.customerfocus.handoff.HandoffView;
import java.util.List;
import org.springframework.stereotype.Component;

/** Handoffs about a customer: what was asked, said and attached. */
@Component
class HandoffsOfCustomer implements CustomerDataHolder {

  private final HandoffService handoffs;
  private final HandoffView view;
  private final Attachments attachments;

  HandoffsOfCustomer(HandoffService handoffs, HandoffView view, Attachments attachments) {
    this.handoffs = handoffs;
    this.view = view;
    this.attachments = attachments;
  }

  /**
   * One handoff.
   *
   * @param files their names
   */
  record Kept(Handoff handoff, List<HandoffEvent> history, List<String> files) {}

  @Override
  public String part() {
    return "handoffs";
  }

  @Override
  public List<Kept> export(Subject customer) {
    return handoffs.ofCustomer(customer.id()).stream().map(this::kept).toList();
  }

  private Kept kept(long id) {
    var handoff = view.handoff(id);
    return new Kept(
        handoff,
        view.events(id),
        attachments.list(handoff.files()).stream().map(file -> file.name()).toList());
  }

  /** Locked before the customer's row, as the steps of handoffs do. */
  @Override
  public void lock(Subject customer) {
    handoffs.lockOfCustomer(customer.id());
  }

  @Override
  public void remove(Subject customer) {
    attachments.remove(Handoff.KIND, handoffs.removeCustomer(customer.id()));
  }
}
