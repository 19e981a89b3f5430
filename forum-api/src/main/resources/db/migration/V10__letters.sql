-- The pair of two members who write to each other; low is the smaller member id.
create table correspondences (
  id bigint not null primary key,
  low bigint not null,
  high bigint not null,
  created_at datetime(6) not null,
  unique key by_pair (low, high)
);

-- A correspondence as one of the two has it.
create table correspondence_sides (
  correspondence bigint not null,
  member bigint not null,
  other bigint not null,
  last_letter bigint null,
  last_at datetime(6) null,
  unread int not null,
  closed_at datetime(6) null,
  keeps boolean null,
  primary key (correspondence, member),
  key by_member (member, last_at, correspondence)
);

-- owner's stand-in toward reader. A row is never removed and its token never given again.
create table masks (
  token_hash binary(32) not null primary key,
  owner bigint not null,
  reader bigint not null,
  sealed_token varbinary(200) not null,
  made_at datetime(6) not null,
  ended_at datetime(6) null,
  key by_pair (owner, reader)
);

-- subject, body, raw and came_id are sealed. message_id is ours; came_id is the sender's own program's.
create table letters (
  id bigint not null primary key,
  correspondence bigint not null,
  sender bigint not null,
  recipient bigint not null,
  via varchar(4) character set ascii collate ascii_bin not null,
  written_at datetime(6) not null,
  subject varbinary(2000) not null,
  body mediumblob null,
  raw longblob null,
  parent bigint null,
  message_id varchar(320) character set ascii collate ascii_bin not null,
  came_id varbinary(1200) null,
  came_id_hash binary(32) null,
  state varchar(20) character set ascii collate ascii_bin not null,
  state_at datetime(6) not null,
  spoken boolean not null,
  kept_by_sender boolean not null,
  kept_by_recipient boolean not null,
  key by_correspondence (correspondence, written_at, id),
  unique key by_message (message_id),
  key by_came (correspondence, came_id_hash)
);

-- Messages that were taken, so that a client which retries after a lost answer sends nothing twice.
create table taken_messages (
  digest binary(32) not null primary key,
  taken_at datetime(6) not null,
  key by_time (taken_at)
);

-- listed: sealed further strings that are kept out of one's letters.
create table letter_rules (
  member bigint not null primary key,
  writers varchar(20) character set ascii collate ascii_bin not null,
  keeps boolean not null,
  listed varbinary(8000) null
);

-- words: sealed; what the reporter let moderators see.
create table letter_reports (
  id bigint not null primary key,
  letter bigint not null,
  reporter bigint not null,
  sender bigint not null,
  reason varchar(2000) not null,
  words mediumblob not null,
  reported_at datetime(6) not null,
  decided_at datetime(6) null,
  decided_by bigint null,
  decision varchar(20) character set ascii collate ascii_bin null,
  decision_reason varchar(2000) null,
  unique key by_letter (letter, reporter),
  key open_ones (decided_at, reported_at, id)
);
