--liquibase formatted sql

--changeset customer-focus:login-failure
-- account: a digest of the login as typed, or a constant for all accounts of an address. address:
-- the client's; of IPv6 the network. blocked_until: end of the delay; in the past where there is
-- none.
create table login_failure (
  account varchar(32) not null,
  address varchar(45) not null,
  failures int not null,
  blocked_until timestamp with time zone not null,
  primary key (account, address)
);
-- For the health indicator, which counts current delays, and for the sweep.
create index login_failure_until on login_failure (blocked_until);
