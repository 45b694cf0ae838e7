--liquibase formatted sql

--changeset customer-focus:notice-occasion
-- occasion: tells apart what is told of one subject again, such as the second reminder.
alter table notice add column occasion bigint default 0 not null;
alter table notice drop constraint notice_once;
alter table notice add constraint notice_once unique (kind, subject_id, occasion);
