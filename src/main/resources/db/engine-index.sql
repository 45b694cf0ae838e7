--liquibase formatted sql

-- Indexes missing in the engine's own schema.
--changeset customer-focus:job-by-due-date
-- Every node queries due jobs at least twice a second. With 250,000 timers of promises, none of
-- them due, PostgreSQL scans all for that: 48 ms; with this index 0.03 ms. With 500 more jobs due,
-- timers first: 71 ms and 0.9 ms.
create index job_by_due_date on ACT_RU_JOB (DUEDATE_);

--changeset customer-focus:authorization-by-user
-- Each request of Tasklist reads the authorizations of the user and the global ones. Every open
-- task has a row here for its assignee; with 12,500 of them PostgreSQL scans all 25,000 rows, 3 to
-- 15 ms several times a request, for two or three matches.
create index authorization_by_user on ACT_RU_AUTHORIZATION (USER_ID_);
