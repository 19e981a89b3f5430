-- The queue. sealed holds the message without its recipient's address, passages its lines that several members wrote;
-- both go when it is settled.
create table mails (
  id bigint not null primary key,
  kind varchar(40) character set ascii collate ascii_bin not null,
  to_address bigint not null,
  sealed longblob null,
  about varchar(2000) character set ascii collate ascii_bin not null,
  elected bigint null,
  spoken boolean not null,
  passages longblob null,
  reference varchar(60) character set ascii collate ascii_bin null,
  state varchar(20) character set ascii collate ascii_bin not null,
  attempts int not null,
  last_code int null,
  places text null,
  queued_at datetime(6) not null,
  settled_at datetime(6) null,
  key by_reference (reference, settled_at),
  key by_time (queued_at, id),
  key by_settling (settled_at)
);

-- Addresses whose mail came back: nothing but a confirmation is sent there.
create table suspended_addresses (
  address bigint not null primary key,
  since datetime(6) not null
);

create table sandbox_messages (
  id bigint not null primary key,
  mail bigint not null,
  return_path varchar(320) not null,
  recipient varbinary(1024) not null,
  raw longblob not null,
  kept_at datetime(6) not null,
  unique key by_mail (mail)
);
