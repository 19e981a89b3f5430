-- A name that was ever a member's is never free again. One that a sign-up only holds says until when.
create table usernames (
  name varchar(30) character set ascii collate ascii_bin not null primary key,
  held_until datetime(6) null,
  key by_time (held_until)
);

-- Members, and former authors (kind FORMER): people whom an archive names, known by the vault's address id alone.
create table members (
  id bigint not null primary key,
  kind varchar(6) character set ascii collate ascii_bin not null,
  username varchar(30) character set ascii collate ascii_bin not null,
  display_name varchar(60) null,
  avatar_seed bigint not null,
  role varchar(13) character set ascii collate ascii_bin not null,
  standing varchar(9) character set ascii collate ascii_bin not null,
  standing_until datetime(6) null,
  standing_reason varchar(500) null,
  joined_at datetime(6) not null,
  posts int not null default 0,
  password_hash varchar(150) character set ascii collate ascii_bin null,
  password_set_at datetime(6) null,
  password_reset_at datetime(6) null,
  former_address bigint null,
  claimed_by bigint null,
  unique key by_username (username),
  unique key by_former_address (former_address),
  key by_claimer (claimed_by, id),
  key by_term (standing_until),
  key by_joined (kind, joined_at, id)
);

-- A sign-up waits here, alike for known and unknown addresses, until the link in its mail is confirmed.
create table sign_ups (
  id bigint not null primary key,
  username varchar(30) character set ascii collate ascii_bin not null,
  address bigint not null,
  password_hash varchar(150) character set ascii collate ascii_bin not null,
  asked_at datetime(6) not null,
  expires_at datetime(6) not null,
  unique key by_username (username),
  key by_address (address, asked_at),
  key by_expiry (expires_at)
);

-- An address that a member wants to use and has not confirmed.
create table address_changes (
  id bigint not null primary key,
  member bigint not null,
  address bigint not null,
  asked_at datetime(6) not null,
  expires_at datetime(6) not null,
  key by_member (member, asked_at),
  key by_address (address),
  key by_expiry (expires_at)
);

-- Links in mails. subject: the sign-up, the address change or the member. told, other: for an undo, the address that
-- was told and the one that took its place.
create table mailed_tokens (
  token_hash binary(32) not null primary key,
  purpose varchar(15) character set ascii collate ascii_bin not null,
  subject bigint not null,
  told bigint null,
  other bigint null,
  expires_at datetime(6) not null,
  key by_subject (purpose, subject),
  key by_expiry (expires_at)
);

-- Optional profile fields, each sealed for its own place.
create table personal_fields (
  member bigint not null,
  field varchar(20) character set ascii collate ascii_bin not null,
  sealed varbinary(4096) not null,
  set_at datetime(6) not null,
  primary key (member, field)
);

-- by_member is null for the command line.
create table role_changes (
  id bigint not null primary key,
  by_member bigint null,
  member bigint not null,
  role varchar(13) character set ascii collate ascii_bin not null,
  reason varchar(500) not null,
  changed_at datetime(6) not null,
  key by_time (changed_at, id),
  key by_whom (member, changed_at)
);

-- by_member is null for the command line and for a term that ended by itself.
create table standing_changes (
  id bigint not null primary key,
  by_member bigint null,
  member bigint not null,
  standing varchar(9) character set ascii collate ascii_bin not null,
  until datetime(6) null,
  reason varchar(500) not null,
  changed_at datetime(6) not null,
  key by_whom (member, changed_at)
);
