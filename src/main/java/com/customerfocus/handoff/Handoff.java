package com.customerfocus.handoff;

import com.customerfocus.attachment.AttachmentSubject;
import com.customerfocus.handoff.HandoffStep.Side;
import java.time.Instant;

/**
 * A handoff as it stands: what a department asks of another one.
 *
 * @param subject the need in short
 * @param told what the customer was told, or null
 * @param doneWhen what done looks like
 * @param customerId null where it is about no customer
 * @param customerName null without a customer, and after the customer's data were removed
 * @param tier the customer's, or null
 * @param requesterDepartment id, as are the others
 * @param parentId the handoff for a part of which it was asked, or null
 * @param wishedAt when the requester would like it
 * @param dueAt the promised date; null until it is accepted
 * @param proposedAt another date that the partner offers and the requester has not answered, or
 *     null
 * @param ownerId employee id of the person of the partner who has it, or null
 * @param standInId employee id of the person who has the open task of a group without a member who
 *     can act, or null
 * @param promiseId null until it is accepted
 * @param askedTimes how often it was asked, 1 at first
 * @param targets null until its clocks are set
 */
public record Handoff(
    long id,
    String subject,
    String need,
    String tried,
    String told,
    String doneWhen,
    Long customerId,
    String customerName,
    String tier,
    Priority priority,
    String requesterId,
    String requesterName,
    String requesterDepartment,
    String requesterDepartmentName,
    String partnerDepartment,
    String partnerDepartmentName,
    Long parentId,
    HandoffState state,
    Instant wishedAt,
    Instant dueAt,
    Instant proposedAt,
    String ownerId,
    String ownerName,
    String standInId,
    Long promiseId,
    int askedTimes,
    HandoffTargets targets,
    Instant requestedAt,
    Instant acceptedAt,
    Instant deliveredAt,
    Instant endedAt) {

  /** Under which kind clocks, promises and files of handoffs are on record. */
  public static final String KIND = "handoff";

  /** What targets depend on, and the present ones: many open handoffs are of the same kind. */
  public record TargetKind(
      HandoffState state,
      String partnerDepartment,
      Priority priority,
      String tier,
      HandoffTargets targets) {}

  /** The same with what the handoff is about, without what people wrote at length. */
  public record Brief(
      long id,
      String subject,
      String customerName,
      HandoffState state,
      String partnerDepartment,
      Priority priority,
      String tier,
      HandoffTargets targets) {

    public TargetKind kind() {
      return new TargetKind(state, partnerDepartment, priority, tier, targets);
    }

    /** As names of tasks and mails have it. */
    public String title() {
      return Handoff.title(customerName, subject);
    }
  }

  /** The same in short. */
  public Brief brief() {
    return new Brief(id, subject, customerName, state, partnerDepartment, priority, tier, targets);
  }

  /** What its files are attached to. */
  public AttachmentSubject files() {
    return new AttachmentSubject(KIND, id);
  }

  /** The department of a side. */
  String departmentOf(Side side) {
    return side == Side.REQUESTER ? requesterDepartment : partnerDepartment;
  }

  /** Whether the partner can ask for a later date: before the promised one, and once at a time. */
  public boolean canGetNewDate(Instant now) {
    return state == HandoffState.ACCEPTED && proposedAt == null && now.isBefore(dueAt);
  }

  /** When the requester may expect it: at the promised date, else at the wished one. */
  public Instant expectedAt() {
    return dueAt == null ? wishedAt : dueAt;
  }

  /** Customer and need, as names of tasks and mails have them. */
  public String title() {
    return title(customerName, subject);
  }

  private static String title(String customerName, String subject) {
    return customerName == null ? subject : customerName + ", " + subject;
  }
}
