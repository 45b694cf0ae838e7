--liquibase formatted sql

--changeset customer-focus:notice-occasion
-- occasion: tells apart what is told of one subject again, such as the second reminder.
alter table notice add column occasion bigint default 0 not null;
alter table notice drop constraint notice_once;
alter table notice add constraint notice_once unique (kind, subject_id, occasion);

--changeset customer-focus:reminder
-- reminder_days: working days relative to the day answers are due.
alter table cascade add column reminder_days varchar(60) default '-2, 0, 3' not null;

-- remind_at: when the reminders look at the briefing again, null for never.
-- reminders_since: reminders that fell due until then have been seen to.
-- answers_due_at: until when the team is to answer; null until the first look after it is waited for.
-- Whoever opens a briefing, moves its due date or waits for its team sets the first two to the present
-- moment, and the third to null where the team gets its time to answer once more.
alter table briefing add column answers_due_at timestamp with time zone;
alter table briefing add column remind_at timestamp with time zone;
alter table briefing add column reminders_since timestamp with time zone;
create index briefing_to_remind on briefing (remind_at);

alter table receipt add column excused_by varchar(64);
alter table receipt add column excused_at timestamp with time zone;
alter table receipt add column excuse_reason varchar(1000);
