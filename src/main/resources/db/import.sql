--liquibase formatted sql

--changeset customer-focus:audience-now
-- Everyone a running cascade is meant for after an import, while it follows that import. Filled and
-- emptied within one transaction, which nobody imports beside: always empty otherwise.
create table audience_now (
  person_id varchar(64) primary key,
  briefed_by varchar(64) not null,
  level int not null
);
create index audience_now_by_team on audience_now (briefed_by);
