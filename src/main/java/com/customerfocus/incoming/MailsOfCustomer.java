package com.customerfocus.incoming;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.notice.Recipient;
import com.customerfocus.support.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails that came in about a customer: those that answer a mail to the customer, also when
 * another person wrote them, and those from an address of the customer alone, unless they answer a
 * mail to another customer. Where several customers share an address, only answers tell whose mail
 * it is: the others go with the last of these customers.
 *
 * <p>Comes before the room that removes the addresses from notices.
 */
@Component
@Order(0)
class MailsOfCustomer implements CustomerDataHolder {

  private final JdbcClient jdbc;
  private final IncomingContent content;

  MailsOfCustomer(JdbcClient jdbc, IncomingContent content) {
    this.jdbc = jdbc;
    this.content = content;
  }

  @Override
  public String part() {
    return "incomingMails";
  }

  @Override
  public List<IncomingContent.Mail> export(Subject customer) {
    return content.find(mails(customer, addresses(customer)));
  }

  @Override
  public void remove(Subject customer) {
    var addresses = addresses(customer);
    content.remove(mails(customer, addresses));
    addresses.forEach(content::removeAnswer);
  }

  @Override
  public void lock(Subject customer) {
    var mails = mails(customer, addresses(customer));
    if (!mails.isEmpty()) {
      jdbc.sql("select id from incoming_mail where id in (:ids) order by id for update")
          .param("ids", mails)
          .query(Long.class)
          .list();
    }
  }

  private Set<Long> mails(Subject customer, Set<String> addresses) {
    var mails = new LinkedHashSet<>(answers(customer));
    for (var address : addresses) {
      mails.addAll(
          jdbc.sql(
                  """
                  select m.id from incoming_mail m left join notice n on n.id = m.notice_id
                   where m.sender = :address
                     and (n.id is null or n.recipient_id not like 'customer:%')
                  """)
              .param("address", address)
              .query(Long.class)
              .list());
      mails.addAll(unreadable(address));
    }
    return mails;
  }

  private List<Long> answers(Subject customer) {
    return jdbc.sql(
            """
            select id from incoming_mail
             where notice_id in (
               select id from notice
               where recipient_id = :recipient and recipient_id like '%:%')
            """)
        .param("recipient", Recipient.customer(customer.id()))
        .query(Long.class)
        .list();
  }

  /** A mail that cannot be read has no sender: its address stands in what there is of it. */
  private List<Long> unreadable(String address) {
    // Not as the end of a longer address, nor as its start.
    var whole =
        Pattern.compile(
            "(?<![\\w.!#$%%&'*+/=?^`{|}~-])%s(?![\\w-]|\\.\\w)".formatted(Pattern.quote(address)),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    var sources =
        jdbc.sql(
                """
                select id, text from incoming_mail
                 where not readable and lower(text) like :address escape '!'
                """)
            .param("address", "%" + address.replaceAll("[!%_]", "!$0") + "%")
            .query((row, n) -> new Source(row.getLong("id"), row.getString("text")));
    try (var mails = sources.stream()) {
      return mails.filter(mail -> whole.matcher(mail.text()).find()).map(Source::id).toList();
    }
  }

  private record Source(long id, String text) {}

  /**
   * On file, and of the mails sent to the customer; without those that are another customer's, too,
   * today: what came from there without an answer may be the other one's.
   */
  private Set<String> addresses(Subject customer) {
    var addresses = ownAddresses(customer);
    if (!addresses.isEmpty()) {
      addresses.removeAll(ofOthers(customer, addresses));
    }
    return addresses;
  }

  /** Reads all customers, as addresses are on file as they were written; removals are few. */
  private List<String> ofOthers(Subject customer, Set<String> addresses) {
    return jdbc.sql(
            """
            select lower(mail) from customer where lower(mail) in (:addresses) and id <> :id
            union
            select address from customer_reach
             where address in (:addresses) and customer_id <> :id
            """)
        .param("addresses", addresses)
        .param("id", customer.id())
        .query(String.class)
        .list();
  }

  private Set<String> ownAddresses(Subject customer) {
    return jdbc
        .sql(
            """
            select mail from customer where id = :id
            union select address from customer_reach where customer_id = :id
            union select address from notice
             where recipient_id = :recipient and recipient_id like '%:%'
            """)
        .param("id", customer.id())
        .param("recipient", Recipient.customer(customer.id()))
        .query(String.class)
        .list()
        .stream()
        .filter(Objects::nonNull)
        .map(address -> Texts.strip(address).toLowerCase(Locale.ROOT))
        .filter(address -> !address.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
