-- What waits for moderators. turn_at orders it: when it came, and earlier for each further flag.
-- subject is the post or the answered decision; open_subject is the same while the item is open, so that there is one
-- open item of a kind for it.
create table queue_items (
  id bigint not null primary key,
  kind varchar(8) character set ascii collate ascii_bin not null,
  subject bigint not null,
  open_subject bigint null,
  thread_id bigint null,
  board_id bigint null,
  author_id bigint not null,
  flags int not null,
  opened_at datetime(6) not null,
  turn_at datetime(6) not null,
  open boolean not null,
  ruling varchar(8) character set ascii collate ascii_bin null,
  decided_at datetime(6) null,
  decided_by bigint null,
  unique key by_subject (kind, open_subject),
  key by_turn (open, turn_at, id),
  key by_thread (thread_id, open)
);

-- member_id goes when the item is decided: then nobody can be told any more who flagged.
create table flags (
  id bigint not null primary key,
  item_id bigint not null,
  member_id bigint null,
  reason varchar(13) character set ascii collate ascii_bin not null,
  note varchar(500) not null,
  unique key by_member (item_id, member_id)
);

-- The one log of what moderators did. member_id is whom it concerns, who is told and can answer once. actor_id is null
-- for the command line.
create table moderation_log (
  id bigint not null primary key,
  action varchar(12) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  member_id bigint null,
  board_id bigint null,
  thread_id bigint null,
  post_id bigint null,
  reason varchar(500) not null,
  until datetime(6) null,
  at datetime(6) not null,
  answer varchar(2000) null,
  answered_at datetime(6) null,
  key by_time (at, id),
  key by_member (member_id, at, id)
);
