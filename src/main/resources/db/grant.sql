--liquibase formatted sql

--changeset customer-focus:seeded-grant
-- Default authorizations, each granted once: one that an administrator revokes does not come back.
-- audience: id of a group, * for all accounts.
create table seeded_grant (
  audience varchar(64) not null,
  resource varchar(64) not null,
  resource_id varchar(64) not null,
  permission varchar(64) not null,
  seeded_at timestamp with time zone not null,
  primary key (audience, resource, resource_id, permission)
);
