--liquibase formatted sql

--changeset customer-focus:organization
create table department (
  id varchar(100) primary key,
  name varchar(200) not null,
  head_id varchar(64),
  active boolean not null
);

-- active: false after the person has left; the row stays, because receipts and promises refer to
-- it. account_groups: ids of the person's groups in Tasklist, separated by blanks; null without an
-- account.
create table person (
  id varchar(64) primary key,
  name varchar(200) not null,
  mail varchar(254),
  manager_id varchar(64),
  department_id varchar(100) not null references department (id),
  heritage varchar(100) not null,
  language varchar(2) not null,
  site varchar(100),
  active boolean not null,
  account_groups varchar(400)
);
create index person_by_manager on person (manager_id);
create index person_by_department on person (department_id);

-- One row, locked by each import, so that two imports never run concurrently.
create table organization_lock (id int primary key);
insert into organization_lock (id) values (1);

--changeset customer-focus:person-keys
-- What people are found by: keys by one folding rule of names, which Java computes. Null in rows of
-- an earlier version until the next start.
alter table person add column id_key varchar(400);
alter table person add column name_key varchar(400);
alter table person add column mail_key varchar(400);
create index person_by_id_key on person (id_key);
create index person_by_name_key on person (name_key);
create index person_by_mail_key on person (mail_key);
