package com.customerfocus.customer.data;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerRecord;
import com.customerfocus.customer.CustomerTables;
import com.customerfocus.customer.RemovedCustomers;
import com.customerfocus.database.RecordMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out and removes what all rooms keep of a customer, and records that it was done and by
 * which person, without the customer's data. One that loses a conflict about locks is repeated.
 */
@Service
@Transactional
public class CustomerData {

  private static final Logger LOG = LoggerFactory.getLogger(CustomerData.class);

  private final JdbcClient jdbc;
  private final List<CustomerDataHolder> holders;
  private final CustomerRecord records;
  private final RemovedCustomers removed;
  private final CustomerTables tables;
  private final Clock clock;

  CustomerData(
      JdbcClient jdbc,
      List<CustomerDataHolder> holders,
      CustomerRecord records,
      RemovedCustomers removed,
      CustomerTables tables,
      Clock clock) {
    this.jdbc = jdbc;
    this.holders = List.copyOf(holders);
    this.records = records;
    this.removed = removed;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * All data of a customer, by the name of the part; empty when there is no such customer.
   *
   * @param doneBy the login that asked for it
   */
  public Optional<Map<String, Object>> export(String reference, String doneBy) {
    return find(reference)
        .filter(this::lock)
        .map(
            customer -> {
              var parts = new LinkedHashMap<String, Object>();
              parts.put("customer", records.export(customer));
              holders.forEach(holder -> parts.put(holder.part(), holder.export(customer)));
              record(DataRequest.Kind.EXPORTED, reference, doneBy);
              return parts;
            });
  }

  /**
   * Removes all data of a customer in one transaction. Removing once more changes nothing.
   *
   * @return whether the customer's data are removed; false when there has never been this customer
   */
  public boolean remove(String reference, String doneBy) {
    // An import that runs would add again what it has read before.
    tables.lockImports();
    var found = find(reference);
    if (found.isEmpty()) {
      return !removed.among(List.of(reference)).isEmpty();
    }
    // In the order in which a delivery report locks: the mails first.
    holders.forEach(holder -> holder.lock(found.get()));
    lock(found.get());
    holders.forEach(holder -> holder.remove(found.get()));
    records.remove(found.get());
    record(DataRequest.Kind.REMOVED, reference, doneBy);
    LOG.info("{} removed the data of customer {}", doneBy, found.get().id());
    return true;
  }

  /**
   * What was done at customers' requests, newest first.
   *
   * @param reference of one customer, also of one whose data were removed; null for all
   */
  @Transactional(readOnly = true)
  public List<DataRequest> requests(String reference, int offset, int limit) {
    return jdbc.sql(
            """
            select id, kind, done_by, done_at from customer_data_request %s
             order by id desc offset :offset rows fetch next :limit rows only
            """
                .formatted(reference == null ? "" : "where reference_digest = :digest"))
        .param("digest", reference == null ? null : removed.digest(reference))
        .param("offset", offset)
        .param("limit", limit)
        .query(RecordMapper.of(DataRequest.class))
        .list();
  }

  private Optional<Subject> find(String reference) {
    return jdbc.sql("select id, reference from customer where reference = :reference")
        .param("reference", reference)
        .query(RecordMapper.of(Subject.class))
        .optional();
  }

  /** So that the customer does not change it meanwhile; false when it was removed meanwhile. */
  private boolean lock(Subject customer) {
    return jdbc.sql("select id from customer where id = :id for update")
        .param("id", customer.id())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  private void record(DataRequest.Kind kind, String reference, String doneBy) {
    jdbc.sql(
            """
            insert into customer_data_request (kind, reference_digest, done_by, done_at)
            values (:kind, :digest, :by, :now)
            """)
        .param("kind", kind.name())
        .param("digest", removed.digest(reference))
        .param("by", doneBy)
        .param("now", at(clock.instant()))
        .update();
  }
}
