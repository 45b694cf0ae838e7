package com.customerfocus.customercase.intake;

import com.customerfocus.customercase.CaseRequest;
import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.CustomerMessages.Reply;
import com.customerfocus.customercase.intake.Senders.Sender;
import com.customerfocus.incoming.IncomingMail;
import com.customerfocus.incoming.IncomingMailReader;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes mails of customers that answer none of ours, and opens cases with them. A customer with
 * exactly one open case writes about that one: its owner reads the mail, and can open another case.
 * With several the mail opens a case of its own, which the owner can join to the right one: which
 * one is meant is never guessed, and never read from the subject.
 *
 * <p>A case belongs to the employee who looks after the customer, else to {@link IntakeOwner}.
 * Without either, and when no single customer has the sender's address, the mail waits for a
 * person.
 */
@Component
class NewMailReader implements IncomingMailReader {

  private final Senders senders;
  private final IntakeOwner owner;
  private final NewCase cases;
  private final CustomerMessages messages;
  private final Clock clock;

  NewMailReader(
      Senders senders, IntakeOwner owner, NewCase cases, CustomerMessages messages, Clock clock) {
    this.senders = senders;
    this.owner = owner;
    this.cases = cases;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public boolean read(IncomingMail mail) {
    if (!IntakeRules.isNew(mail, clock.instant())) {
      return false;
    }
    var need = IntakeRules.need(mail);
    return need != null && senders.find(mail.from()).filter(it -> take(it, mail, need)).isPresent();
  }

  private boolean take(Sender sender, IncomingMail mail, String need) {
    var open = senders.openCases(sender.customerId());
    var about =
        open.size() == 1
            ? Optional.of(open.get(0))
            : Optional.ofNullable(sender.ownerId())
                .or(owner::id)
                .map(
                    it ->
                        cases.open(
                            new CaseRequest(sender.reference(), null, need, null), it, mail));
    // Also the mail that opens a case waits for an answer, and its owner is told of it.
    about.ifPresent(
        id -> messages.byMail(id, new Reply(need, mail.receivedAt(), null, null, mail.id())));
    return about.isPresent();
  }
}
