--liquibase formatted sql

--changeset customer-focus:reminder
-- reminder_days: working days relative to the day answers are due.
alter table cascade add column reminder_days varchar(60) default '-2, 0, 3' not null;

-- remind_at: when the reminders look at the briefing again, null for never; a new one at once.
-- reminders_since: reminders that fell due until then have been seen to, null before the first look.
-- answers_due_at: until when the team is to answer, counted on the first look after it is waited for.
-- Whoever moves a briefing's due date sets the first to its default and the second to null; whoever
-- waits for a team, once more or for the first time, the third to null as well.
alter table briefing add column remind_at timestamp with time zone
  default timestamp with time zone '2000-01-01 00:00:00+00:00';
alter table briefing add column reminders_since timestamp with time zone;
alter table briefing add column answers_due_at timestamp with time zone;
create index briefing_to_remind on briefing (remind_at);

alter table receipt add column excused_by varchar(64);
alter table receipt add column excused_at timestamp with time zone;
alter table receipt add column excuse_reason varchar(1000);
