-- last_number is the highest number ever given, so the next is one more; shown counts the posts that are not deleted.
-- listed is false for a hidden thread and for one with no post to show: then lists leave it out.
-- A reason that is not null is the state: locked, pinned, moved or hidden, and why.
create table threads (
  id bigint not null primary key,
  board_id bigint not null,
  title varchar(160) not null,
  author_id bigint not null,
  started_at datetime(6) not null,
  last_number int not null,
  shown int not null,
  last_post_id bigint not null,
  last_post_at datetime(6) not null,
  last_author_id bigint not null,
  listed boolean not null,
  pinned boolean not null,
  pin_reason varchar(500) null,
  lock_reason varchar(500) null,
  hide_reason varchar(500) null,
  move_reason varchar(500) null,
  moved_from bigint null,
  key by_board (board_id, listed, pinned, last_post_at, id),
  key by_board_activity (board_id, listed, last_post_at, id),
  key by_activity (listed, last_post_at, id),
  key by_author (author_id, id)
);

-- source_key is the hash of what an imported post was called where it came from, so that it comes in once.
create table posts (
  id bigint not null primary key,
  thread_id bigint not null,
  number int not null,
  author_id bigint not null,
  created_at datetime(6) not null,
  edited_at datetime(6) null,
  edited_by bigint null,
  format varchar(8) character set ascii collate ascii_bin not null,
  body mediumtext not null,
  html mediumtext not null,
  renderer int not null,
  deleted_at datetime(6) null,
  deleted_by bigint null,
  delete_reason varchar(500) null,
  source_key binary(32) null,
  unique key by_number (thread_id, number),
  unique key by_source (source_key),
  key by_author (author_id, created_at, id),
  key by_renderer (renderer, id)
);

-- Every version but the present one. written_at and written_by are that version's own.
create table post_revisions (
  post_id bigint not null,
  revision int not null,
  format varchar(8) character set ascii collate ascii_bin not null,
  body mediumtext not null,
  written_at datetime(6) not null,
  written_by bigint not null,
  primary key (post_id, revision)
);

create table board_counts (
  board_id bigint not null primary key,
  threads int not null,
  posts int not null
);

create table thread_log (
  id bigint not null primary key,
  thread_id bigint not null,
  post_id bigint null,
  action varchar(12) character set ascii collate ascii_bin not null,
  actor_id bigint not null,
  reason varchar(500) not null,
  at datetime(6) not null,
  key by_thread (thread_id, at, id)
);
