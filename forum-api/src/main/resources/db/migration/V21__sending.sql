-- What the last answer to a deferred mail was, and what a report said of one that was sent.
alter table mails
  add column destination varbinary(16) null,
  add column last_answer varchar(200) null,
  add column reported varchar(20) character set ascii collate ascii_bin null,
  add key by_state (state, queued_at, id),
  add key by_destination (state, destination, to_address);

alter table suspended_addresses
  add column why varchar(20) character set ascii collate ascii_bin not null default 'BOUNCED';

-- Addresses to which mail failed for a reason that may pass: the next one waits.
create table soft_bounces (
  address bigint not null primary key,
  times int not null,
  last_at datetime(6) not null,
  wait_until datetime(6) not null
);

-- Hosts that deferred: found by a keyed index, and named only sealed.
create table mail_destinations (
  destination varbinary(16) not null primary key,
  name varbinary(600) not null,
  last_code int not null,
  last_answer varchar(200) not null,
  last_at datetime(6) not null,
  key by_time (last_at)
);

-- One row while all sending rests.
create table sending_rest (
  id int not null primary key,
  since datetime(6) not null
);

-- What operators did to mail, and why.
create table mail_actions (
  id bigint not null primary key,
  member bigint not null,
  action varchar(20) character set ascii collate ascii_bin not null,
  mail bigint null,
  reason varchar(200) not null,
  at datetime(6) not null,
  key by_time (at, id)
);

-- What anybody wrote to postmaster@ and abuse@: sealed, for administrators, for a time.
create table operator_mails (
  id bigint not null primary key,
  mailbox varchar(20) character set ascii collate ascii_bin not null,
  sealed mediumblob not null,
  received_at datetime(6) not null,
  opened_at datetime(6) null,
  key by_time (received_at, id)
);
