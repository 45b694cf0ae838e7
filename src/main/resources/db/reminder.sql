--liquibase formatted sql

--changeset customer-focus:reminder
-- reminder_days: working days relative to the day answers are due.
alter table cascade add column reminder_days varchar(60) default '-2, 0, 3' not null;

-- remind_at: when the sweep checks the briefing next, null for never; a new one at once.
-- reminders_since: reminders due until then have been processed, null before the first check.
-- answers_due_at: deadline of the team, counted at the first check after waiting begins. An update
-- of a briefing's due date sets remind_at to its default and reminders_since to null; one that
-- begins to wait for a team's answers sets answers_due_at to null as well.
alter table briefing add column remind_at timestamp with time zone
  default timestamp with time zone '2000-01-01 00:00:00+00:00';
alter table briefing add column reminders_since timestamp with time zone;
alter table briefing add column answers_due_at timestamp with time zone;
create index briefing_to_remind on briefing (remind_at);

alter table receipt add column excused_by varchar(64);
alter table receipt add column excused_at timestamp with time zone;
alter table receipt add column excuse_reason varchar(1000);
