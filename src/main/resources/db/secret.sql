--liquibase formatted sql

--changeset customer-focus:secret
create table secret (
  name varchar(40) primary key,
  content varchar(200) not null
);
