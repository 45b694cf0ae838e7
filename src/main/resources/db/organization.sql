--liquibase formatted sql

--changeset customer-focus:organization
create table department (
  id varchar(100) primary key,
  name varchar(200) not null,
  head_id varchar(64),
  active boolean not null
);

create table person (
  id varchar(64) primary key,
  name varchar(200) not null,
  mail varchar(254),
  manager_id varchar(64),
  department_id varchar(100) not null references department (id),
  heritage varchar(100) not null,
  language varchar(2) not null,
  site varchar(100),
  active boolean not null
);
create index person_by_manager on person (manager_id);
create index person_by_department on person (department_id);
