-- A value that only the right keys open.
create table key_check (
  id tinyint not null primary key,
  sealed varbinary(200) not null
);

-- blind: keyed index for equality. sealed: the address itself. owner: who has shown that mail to it reaches them.
create table addresses (
  id bigint not null primary key,
  blind binary(32) not null,
  sealed varbinary(1024) not null,
  kept_at datetime(6) not null,
  owner bigint null,
  main boolean not null,
  confirmed_at datetime(6) null,
  retired_at datetime(6) null,
  unique key by_blind (blind),
  key by_owner (owner)
);

create table elections (
  owner bigint not null primary key,
  since datetime(6) not null
);

create table named_elections (
  owner bigint not null,
  reader bigint not null,
  since datetime(6) not null,
  primary key (owner, reader)
);

create table blocks (
  owner bigint not null,
  other bigint not null,
  since datetime(6) not null,
  primary key (owner, other)
);
