-- A thread that was merged into another: its address leads there. Its posts' numbers grew by so many.
create table merged_threads (
  id bigint not null primary key,
  into_thread bigint not null,
  numbers_from int not null,
  merged_at datetime(6) not null,
  key by_target (into_thread, id)
);

-- Where posts came into a thread or left it, for a line after the post with this number.
create table thread_seams (
  id bigint not null primary key,
  thread_id bigint not null,
  after_number int not null,
  kind varchar(6) character set ascii collate ascii_bin not null,
  posts int not null,
  other_thread bigint null,
  other_title varchar(160) null,
  reason varchar(500) not null,
  at datetime(6) not null,
  key by_place (thread_id, after_number, id),
  key by_other (other_thread)
);

-- Numbers follow time no more where threads were merged: which post is the newest has a key of its own.
alter table posts add key by_time (thread_id, created_at, id);
